import { Trans, useLingui } from '@lingui/react/macro';
import { CircleHelp } from 'lucide-react';
import styles from '../content.module.css';
import type { ContentViewProps } from '../view-props.ts';
import { unsupportedReason } from './unsupported-reason.ts';

export function UnsupportedContent({ content }: ContentViewProps<'unsupported'>) {
  const { i18n } = useLingui();
  const reason = unsupportedReason(content);
  const names = [content.what ?? content.wireType, content.providerCode].filter((name) => name !== undefined);
  return (
    <div className={styles.event} data-tone="unsure">
      <CircleHelp size={20} aria-hidden />
      <div>
        <p className={styles.plain}>
          <Trans>This message cannot be shown here</Trans>{' '}
          <code className={styles.code}>{names.join(' · ')}</code>
        </p>
        <p className={styles.quiet}>{reason === undefined ? content.reason : i18n._(reason.says)}</p>
        <p className={styles.quiet}>
          {reason === undefined ? (
            <Trans>It is kept as it came and will be shown once it is supported. The phone shows it.</Trans>
          ) : (
            i18n._(reason.remedy)
          )}
        </p>
      </div>
    </div>
  );
}
