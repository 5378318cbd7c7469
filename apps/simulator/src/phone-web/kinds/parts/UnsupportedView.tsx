import { CircleHelp } from 'lucide-react';
import { useText } from '../../i18n/language.ts';
import type { ShownMessage } from '../../session/outbox.ts';
import styles from './kinds.module.css';

export function UnsupportedView({ message }: { message: ShownMessage }) {
  const text = useText();
  const reason = message.errors[0]?.title ?? message.errors[0]?.message;
  return (
    <div className={styles.unsupported}>
      <CircleHelp size={18} aria-hidden="true" />
      <p>
        {text.message.unsupported} <small>{reason ?? text.message.unsupportedKind(message.type)}</small>
      </p>
    </div>
  );
}
