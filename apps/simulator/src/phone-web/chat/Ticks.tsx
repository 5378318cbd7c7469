import { Check, CheckCheck, Clock3 } from 'lucide-react';
import type { PhoneMessage } from '../api/wire.ts';
import { useText } from '../i18n/language.ts';
import styles from './message.module.css';

const ICONS = { pending: Clock3, sent: Check, delivered: CheckCheck, read: CheckCheck } satisfies Record<
  PhoneMessage['status'],
  unknown
>;

export function Ticks({ status }: { status: PhoneMessage['status'] }) {
  const text = useText();
  const Icon = ICONS[status];
  const label = text.message.status[status];
  return (
    <span className={styles.ticks} data-status={status} role="img" aria-label={label} title={label}>
      <Icon size={status === 'pending' ? 12 : 15} aria-hidden="true" />
    </span>
  );
}
