import { Trans, useLingui } from '@lingui/react/macro';
import type { Media, SendableContent } from '@renkei/contract';
import { Suspense } from 'react';
import { ContentView } from '../../content/content-view.tsx';
import { contentEntry } from '../../content/registry.ts';
import { canPreview } from './form.ts';
import styles from './message-form.module.css';

interface MessagePreviewProps {
  readonly content: SendableContent;
  readonly files: readonly Media[];
}

/** How the message will stand in the thread. */
export function MessagePreview({ content, files }: MessagePreviewProps) {
  const { t } = useLingui();
  return (
    <section aria-label={t`Preview`} className={styles.preview}>
      {canPreview(content) ? (
        <div className={styles.bubble} data-frame={contentEntry(content).frame}>
          <Suspense fallback={null}>
            <ContentView
              content={fillBlanks(content)}
              files={new Map(files.map((file) => [file.id, file]))}
            />
          </Suspense>
        </div>
      ) : (
        <p className={styles.noPreview}>
          <Trans>The preview appears as soon as there is enough to show.</Trans>
        </p>
      )}
    </section>
  );
}

/** What is still to be written is shown as three dots. */
function fillBlanks<Value>(value: Value): Value {
  // The same shape comes out: nothing but blank texts is replaced.
  return replaceBlanks(value) as Value;
}

function replaceBlanks(value: unknown): unknown {
  if (value === '') return '…';
  if (Array.isArray(value)) return value.map(replaceBlanks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaceBlanks(inner)]));
}
