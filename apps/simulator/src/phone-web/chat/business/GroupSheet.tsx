import { LogOut } from 'lucide-react';
import { useText } from '../../i18n/language.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { useChat } from '../chat-context.ts';
import { MenuEntry } from '../MessageMenuEntry.tsx';
import styles from './business.module.css';

/** A group: what it is about, who is in it, and the way out. */
export function GroupSheet({ onClose }: { onClose: () => void }) {
  const text = useText();
  const { chat, act } = useChat();
  return (
    <Sheet title={chat.businessName} onClose={onClose}>
      {chat.profile.description && <p className={styles.profile}>{chat.profile.description}</p>}
      <p className={styles.hint}>{chat.displayPhoneNumber}</p>
      <MenuEntry
        icon={LogOut}
        label={text.business.leaveGroup}
        onPress={() => {
          act('leave-group', { groupId: chat.phoneNumberId });
          onClose();
        }}
      />
    </Sheet>
  );
}
