import { useLingui } from '@lingui/react/macro';
import type { Media } from '@renkei/contract';
import { mediaThumbnailUrl, mediaUrl } from '../../../../lib/client.ts';
import styles from './media.module.css';

/** A moment in, a film shows its first picture before it is played; at 0 some browsers show none. */
const firstFrame = '#t=0.1';

interface FilmProps {
  readonly media: Media;
  /** A silent one that goes round and round. */
  readonly isLoop?: boolean;
}

export function Film({ media, isLoop = false }: FilmProps) {
  const { t } = useLingui();
  return (
    <video
      className={styles.video}
      src={`${mediaUrl(media.id)}${media.hasThumbnail ? '' : firstFrame}`}
      {...(media.hasThumbnail ? { poster: mediaThumbnailUrl(media.id) } : {})}
      style={{ aspectRatio: `auto ${media.width ?? 16} / ${media.height ?? 9}` }}
      aria-label={media.fileName ?? t`Video`}
      controls
      loop={isLoop}
      muted={isLoop}
      preload={media.hasThumbnail ? 'none' : 'metadata'}
    />
  );
}
