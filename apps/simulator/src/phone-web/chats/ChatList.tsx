import { useText } from '../i18n/language.ts';
import type { ShownPhone } from '../session/show-phone.ts';
import { ChatListItem } from './ChatListItem.tsx';
import styles from './chat-list.module.css';

type ChatListProps = Readonly<{
  phone: ShownPhone;
  openId: string | undefined;
  onOpen: (phoneNumberId: string) => void;
}>;

export function ChatList({ phone, openId, onOpen }: ChatListProps) {
  const text = useText();
  const newestFirst = phone.chats.toSorted((one, other) => newestTimestamp(other) - newestTimestamp(one));
  return (
    <nav className={styles.list} aria-label={text.chats.title}>
      <h2>{text.chats.title}</h2>
      {newestFirst.length === 0 && <p className={styles.none}>{text.chats.none}</p>}
      <ul>
        {newestFirst.map((chat) => (
          <li key={chat.phoneNumberId}>
            <ChatListItem
              chat={chat}
              isOpen={chat.phoneNumberId === openId}
              onOpen={() => onOpen(chat.phoneNumberId)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function newestTimestamp(chat: ShownPhone['chats'][number]): number {
  return chat.messages.at(-1)?.timestamp ?? 0;
}
