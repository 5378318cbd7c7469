import { Pin } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { summarise } from '../kinds/registry.ts';
import styles from './chat.module.css';
import { useChat } from './chat-context.ts';
import { scrollToMessage } from './scroll-to-message.ts';

/** What is pinned to the top of a group; a press goes there. */
export function PinnedBar() {
  const text = useText();
  const { chat } = useChat();
  const pinned = chat.pinnedIds.flatMap((id) => chat.messages.find((message) => message.id === id) ?? []);
  if (pinned.length === 0) return null;
  return (
    <ul className={styles.pinned} aria-label={text.chat.pinned}>
      {pinned.map((message) => (
        <li key={message.key}>
          <button type="button" onClick={() => scrollToMessage(message.id)}>
            <Pin size={14} aria-hidden="true" />
            <span>{summarise(message, text)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
