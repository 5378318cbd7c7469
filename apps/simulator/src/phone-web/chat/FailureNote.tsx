import { CircleAlert } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { Button } from '../ui/Button.tsx';
import { useChat } from './chat-context.ts';
import styles from './message.module.css';

export function FailureNote({ message }: { message: ShownMessage }) {
  const text = useText();
  const { resend, discard } = useChat();
  const { failure } = message;
  if (!failure) return null;
  return (
    <div className={styles.failure} role="alert">
      <CircleAlert size={16} aria-hidden="true" />
      <span>
        {text.message.notSent}
        {failure.reason && `: ${failure.reason}`}
      </span>
      <span className={styles.failureActions}>
        <Button tone="text" onClick={() => resend(failure.localId)}>
          {text.message.resend}
        </Button>
        <Button tone="text" onClick={() => discard(failure.localId)}>
          {text.message.discard}
        </Button>
      </span>
    </div>
  );
}
