import { ChevronLeft } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import type { ShownChat } from '../session/show-phone.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './chat.module.css';

export function ChatHeader({ chat, onBack }: { chat: ShownChat; onBack: () => void }) {
  const text = useText();
  return (
    <header className={styles.header}>
      <IconButton icon={ChevronLeft} label={text.chat.back} onClick={onBack} data-back />
      <Avatar name={chat.businessName} size={36} />
      <div className={styles.headerText}>
        <h2>{chat.businessName}</h2>
        <p aria-live="polite" data-typing={chat.typing || undefined}>
          {chat.typing ? text.chat.typing : chat.displayPhoneNumber}
        </p>
      </div>
    </header>
  );
}
