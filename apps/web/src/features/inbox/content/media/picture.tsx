import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import type { Media } from '@renkei/contract';
import { lazy, Suspense, useState } from 'react';
import { mediaThumbnailUrl, mediaUrl } from '../../../../lib/client.ts';
import styles from './media.module.css';

const Lightbox = lazy(async () => ({ default: (await import('../../../../ui/lightbox.tsx')).Lightbox }));

interface PictureProps {
  readonly media: Media;
  readonly description: string;
}

/** A picture that can be looked at in full. */
export function Picture({ media, description }: PictureProps) {
  const { t } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <UnstyledButton
        className={styles.picture}
        onClick={() => setIsOpen(true)}
        aria-label={t`Enlarge: ${description}`}
      >
        <img
          src={media.hasThumbnail ? mediaThumbnailUrl(media.id) : mediaUrl(media.id)}
          alt={description}
          style={{ aspectRatio: `${media.width ?? 4} / ${media.height ?? 3}` }}
          loading="lazy"
        />
      </UnstyledButton>
      <Suspense fallback={null}>
        {isOpen ? (
          <Lightbox mediaId={media.id} description={description} onClose={() => setIsOpen(false)} />
        ) : null}
      </Suspense>
    </>
  );
}
