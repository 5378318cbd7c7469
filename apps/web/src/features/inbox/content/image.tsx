import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { mediaThumbnailUrl, mediaUrl } from '../../../lib/client.ts';
import { RichText } from '../rich-text/rich-text.tsx';
import styles from './content.module.css';
import { MediaState } from './media-state.tsx';
import type { ContentViewProps } from './view-props.ts';

const Lightbox = lazy(async () => ({ default: (await import('../../../ui/lightbox.tsx')).Lightbox }));

export function ImageContent({ content, message }: ContentViewProps<'image'>) {
  const { t } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  const description = content.caption ?? t`Image`;
  return (
    <>
      <MediaState media={message.media}>
        {(media) => (
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
        )}
      </MediaState>
      {content.caption === undefined ? null : <RichText text={content.caption} />}
    </>
  );
}
