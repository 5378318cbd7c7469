import { Ticks } from '../chat/Ticks.tsx';
import { formatDay, formatTime, isSameDay } from '../i18n/dates.ts';
import { useLanguage, useText } from '../i18n/language.ts';
import { summarise } from '../kinds/registry.ts';
import type { ShownChat } from '../session/show-phone.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Badge } from '../ui/Badge.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './chat-list.module.css';

type ChatListItemProps = Readonly<{ chat: ShownChat; isOpen: boolean; onOpen: () => void }>;

export function ChatListItem({ chat, isOpen, onOpen }: ChatListItemProps) {
  const text = useText();
  const language = useLanguage();
  const newest = chat.messages.at(-1);
  const now = useNow();
  const when =
    newest &&
    (isSameDay(newest.timestamp, now)
      ? formatTime(newest.timestamp, language)
      : formatDay(newest.timestamp, now, language, text));

  return (
    <button type="button" className={styles.item} aria-current={isOpen || undefined} onClick={onOpen}>
      <Avatar name={chat.businessName} size={44} />
      <span className={styles.name}>{chat.businessName}</span>
      <span className={styles.when}>{when}</span>
      <span className={styles.preview} data-typing={chat.typing || undefined}>
        {newest?.direction === 'sent' && !chat.typing && <Ticks status={newest.status} />}
        <span>
          {chat.typing ? text.chat.typing : newest ? summarise(newest, text) : text.chats.noMessages}
        </span>
      </span>
      <Badge count={chat.unreadCount} />
    </button>
  );
}
