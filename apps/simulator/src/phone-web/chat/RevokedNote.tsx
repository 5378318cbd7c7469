import { Ban } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import type { ShownMessage } from '../session/outbox.ts';
import styles from './message.module.css';

/** Stands where a message stood that was deleted for everyone. */
export function RevokedNote({ message }: { message: ShownMessage }) {
  const text = useText();
  return (
    <p className={styles.revoked}>
      <Ban size={14} aria-hidden="true" />
      {message.direction === 'sent' ? text.marks.revokedByYou : text.marks.revoked}
    </p>
  );
}
