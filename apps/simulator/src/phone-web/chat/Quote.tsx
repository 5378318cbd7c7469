import { useText } from '../i18n/language.ts';
import { summarise } from '../kinds/registry.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { authorOf } from './author.ts';
import { useChat } from './chat-context.ts';
import styles from './message.module.css';
import { scrollToMessage } from './scroll-to-message.ts';

export function Quote({ quoted }: { quoted: ShownMessage | undefined }) {
  const text = useText();
  const { chat } = useChat();
  if (!quoted) return <p className={styles.quote}>{text.message.quoteGone}</p>;

  return (
    <button
      type="button"
      className={styles.quote}
      onClick={() => scrollToMessage(quoted.id)}
      title={text.message.goToQuoted}
    >
      <strong>{authorOf(quoted, chat, text)}</strong>
      <span>{summarise(quoted, text)}</span>
    </button>
  );
}
