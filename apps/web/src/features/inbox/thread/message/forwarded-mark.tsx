import { Trans } from '@lingui/react/macro';
import type { Message } from '@renkei/contract';
import { Forward } from 'lucide-react';
import styles from './message-row.module.css';

export function ForwardedMark({ forwarded }: { readonly forwarded: Message['forwarded'] }) {
  if (forwarded === 'no') return null;
  return (
    <p className={styles.forwarded}>
      <Forward size={12} aria-hidden />
      {forwarded === 'often' ? <Trans>Forwarded many times</Trans> : <Trans>Forwarded</Trans>}
    </p>
  );
}
