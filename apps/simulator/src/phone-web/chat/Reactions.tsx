import { useText } from '../i18n/language.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { useChat } from './chat-context.ts';
import styles from './message.module.css';

export function Reactions({ message }: { message: ShownMessage }) {
  const text = useText();
  const { react, chat } = useChat();
  if (message.reactions.length === 0) return null;
  return (
    <div className={styles.reactions}>
      {message.reactions.map(({ from, emoji }) =>
        from === 'me' ? (
          <button
            key={from}
            type="button"
            onClick={() => react(message.id, '')}
            aria-label={`${emoji} ${text.message.removeReaction}`}
            title={text.message.removeReaction}
          >
            {emoji}
          </button>
        ) : (
          <span key={from} role="img" aria-label={`${chat.businessName}: ${emoji}`}>
            {emoji}
          </span>
        ),
      )}
    </div>
  );
}
