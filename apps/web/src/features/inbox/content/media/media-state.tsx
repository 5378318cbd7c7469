import { Trans } from '@lingui/react/macro';
import { Loader } from '@mantine/core';
import type { Media } from '@renkei/contract';
import { FileX, ImageUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useConversationPlace } from '../conversation-context.ts';
import styles from './media.module.css';

interface MediaStateProps {
  /** Undefined: the content names a file that did not come with it. */
  readonly media: Media | undefined;
  readonly children: (media: Media) => ReactNode;
}

/** Shows a file once it is here, and says what is the matter until then. */
export function MediaState({ media, children }: MediaStateProps) {
  const isPreview = useConversationPlace() === null;
  if (media?.state === 'stored') return children(media);
  if (media?.state === 'pending') {
    return (
      <output className={styles.notice}>
        <Loader size="xs" aria-hidden />
        <Trans>The file is being downloaded…</Trans>
      </output>
    );
  }
  if (media === undefined && isPreview) {
    return (
      <p className={styles.notice}>
        <ImageUp size={18} aria-hidden />
        <Trans>The file will stand here.</Trans>
      </p>
    );
  }
  return (
    <p className={styles.notice}>
      <FileX size={18} aria-hidden />
      <span>
        <Trans>The file could not be fetched.</Trans>
        {media?.failureReason === undefined || media.failureReason === null ? null : (
          <small className={styles.reason}>{media.failureReason}</small>
        )}
      </span>
    </p>
  );
}
