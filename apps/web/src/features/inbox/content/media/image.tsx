import { useLingui } from '@lingui/react/macro';
import { RichText } from '../../rich-text/rich-text.tsx';
import type { ContentViewProps } from '../view-props.ts';
import styles from './media.module.css';
import { MediaState } from './media-state.tsx';
import { Picture } from './picture.tsx';

export function ImageContent({ content, files }: ContentViewProps<'image'>) {
  const { t } = useLingui();
  return (
    <div className={styles.captioned}>
      <MediaState media={files.get(content.mediaId)}>
        {(media) => <Picture media={media} description={content.caption ?? t`Image`} />}
      </MediaState>
      {content.caption === undefined ? null : <RichText text={content.caption} />}
    </div>
  );
}
