import { Trans } from '@lingui/react/macro';
import { Loader } from '@mantine/core';
import type { Media } from '@renkei/contract';
import { FileX, ImageUp } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useConversationPlace } from '../conversation-context.ts';
import styles from './media.module.css';

const FailedFile = lazy(async () => ({ default: (await import('./failed-file.tsx')).FailedFile }));

interface MediaStateProps {
  /** Undefined: the content names a file that did not come with it. */
  readonly media: Media | undefined;
  readonly children: (media: Media) => ReactNode;
}

/** Shows a file once it is here, and says what is the matter until then. */
export function MediaState({ media, children }: MediaStateProps) {
  if (media === undefined) return <NoFile />;
  if (media.state === 'stored') return children(media);
  if (media.state === 'pending') {
    return (
      <output className={styles.notice}>
        <Loader size="xs" aria-hidden />
        <Trans>The file is being downloaded…</Trans>
      </output>
    );
  }
  return (
    <Suspense fallback={<div className={styles.notice} aria-busy />}>
      <FailedFile media={media} />
    </Suspense>
  );
}

function NoFile() {
  const isPreview = useConversationPlace() === null;
  return (
    <p className={styles.notice}>
      {isPreview ? <ImageUp size={18} aria-hidden /> : <FileX size={18} aria-hidden />}
      {isPreview ? <Trans>The file will stand here.</Trans> : <Trans>The file is not here.</Trans>}
    </p>
  );
}
