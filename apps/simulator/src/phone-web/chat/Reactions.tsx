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
      {message.reactions.map(({ from, emoji }, index) =>
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
          // In a group several may have reacted; nothing tells them apart but their order.
          <span key={index} role="img" aria-label={`${chat.businessName}: ${emoji}`}>
            {emoji}
          </span>
        ),
      )}
    </div>
  );
}
