import { useLingui } from '@lingui/react/macro';
import { mediaUrl } from '../../../lib/client.ts';
import styles from './content.module.css';
import { MediaState } from './media-state.tsx';
import type { ContentViewProps } from './view-props.ts';

export function StickerContent({ message }: ContentViewProps<'sticker'>) {
  const { t } = useLingui();
  return (
    <MediaState media={message.media}>
      {(media) => <img className={styles.sticker} src={mediaUrl(media.id)} alt={t`Sticker`} loading="lazy" />}
    </MediaState>
  );
}
