import { useLingui } from '@lingui/react/macro';
import { mediaUrl } from '../../../../lib/client.ts';
import type { ContentViewProps } from '../view-props.ts';
import styles from './media.module.css';
import { MediaState } from './media-state.tsx';

export function StickerContent({ content, files }: ContentViewProps<'sticker'>) {
  const { t } = useLingui();
  return (
    <MediaState media={files.get(content.mediaId)}>
      {(media) => <img className={styles.sticker} src={mediaUrl(media.id)} alt={t`Sticker`} loading="lazy" />}
    </MediaState>
  );
}
