import { Trans } from '@lingui/react/macro';
import { CircleHelp } from 'lucide-react';
import styles from './content.module.css';
import type { ContentViewProps } from './view-props.ts';

export function UnsupportedContent({ content }: ContentViewProps<'unsupported'>) {
  return (
    <div className={styles.unsupported}>
      <CircleHelp size={18} aria-hidden />
      <div>
        <p className={styles.plain}>
          <Trans>
            This message cannot be shown here yet (<code>{content.wireType}</code>).
          </Trans>
        </p>
        <p className={styles.quiet}>{content.reason}</p>
        <p className={styles.quiet}>
          <Trans>It is kept as it came and will be shown once it is supported. The phone shows it.</Trans>
        </p>
      </div>
    </div>
  );
}
