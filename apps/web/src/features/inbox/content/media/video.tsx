import { RichText } from '../../rich-text/rich-text.tsx';
import type { ContentViewProps } from '../view-props.ts';
import { Film } from './film.tsx';
import styles from './media.module.css';
import { MediaState } from './media-state.tsx';

export function VideoContent({ content, files }: ContentViewProps<'video'>) {
  return (
    <div className={styles.captioned}>
      <MediaState media={files.get(content.mediaId)}>{(media) => <Film media={media} />}</MediaState>
      {content.caption === undefined ? null : <RichText text={content.caption} />}
    </div>
  );
}
