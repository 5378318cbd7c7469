import { Trans } from '@lingui/react/macro';
import { Ban } from 'lucide-react';
import styles from '../content.module.css';

/** Who deleted it and when stands at the message. */
export function RevokedContent() {
  return (
    <p className={styles.gone}>
      <Ban size={15} aria-hidden />
      <Trans>This message was deleted</Trans>
    </p>
  );
}
