import { mediaThumbnailUrl, mediaUrl } from '../../../lib/client.ts';
import { RichText } from '../rich-text/rich-text.tsx';
import styles from './content.module.css';
import { MediaState } from './media-state.tsx';
import type { ContentViewProps } from './view-props.ts';

/** A moment in, a film shows its first picture before it is played; at 0 some browsers show none. */
const firstFrame = '#t=0.1';

export function VideoContent({ content, message }: ContentViewProps<'video'>) {
  return (
    <>
      <MediaState media={message.media}>
        {(media) => (
          <video
            className={styles.video}
            src={`${mediaUrl(media.id)}${media.hasThumbnail ? '' : firstFrame}`}
            {...(media.hasThumbnail ? { poster: mediaThumbnailUrl(media.id) } : {})}
            style={{ aspectRatio: `auto ${media.width ?? 16} / ${media.height ?? 9}` }}
            controls
            preload={media.hasThumbnail ? 'none' : 'metadata'}
          />
        )}
      </MediaState>
      {content.caption === undefined ? null : <RichText text={content.caption} />}
    </>
  );
}
