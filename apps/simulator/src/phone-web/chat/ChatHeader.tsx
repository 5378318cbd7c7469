import { ChevronLeft, Phone } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useSide } from '../app/side.ts';
import { useText } from '../i18n/language.ts';
import type { ShownChat } from '../session/show-phone.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { loadLater } from '../ui/load-later.ts';
import styles from './chat.module.css';
import { useChat } from './chat-context.ts';

/** What stands behind the head of a chat, by who it is with. */
const sheets = {
  business: loadLater(async () => (await import('./business/BusinessSheet.tsx')).BusinessSheet),
  group: loadLater(async () => (await import('./business/GroupSheet.tsx')).GroupSheet),
  customer: loadLater(async () => (await import('./business/ContactSheet.tsx')).ContactSheet),
} as const;

export function ChatHeader({ chat, onBack }: { chat: ShownChat; onBack: () => void }) {
  const text = useText();
  const side = useSide();
  const { act } = useChat();
  const partner = side === 'business' ? 'customer' : chat.isGroup ? 'group' : 'business';
  const About = sheets[partner];
  const title = side === 'business' ? text.businessApp.contact : text.business.open;
  const [isOpen, setOpen] = useState(false);
  return (
    <header className={styles.header}>
      <IconButton icon={ChevronLeft} label={text.chat.back} onClick={onBack} data-back />
      <Avatar name={chat.businessName} size={36} />
      <div className={styles.headerText}>
        <h2>
          <button type="button" aria-haspopup="dialog" title={title} onClick={() => setOpen(true)}>
            {chat.businessName}
          </button>
        </h2>
        <p aria-live="polite" data-typing={chat.typing || undefined}>
          {chat.typing ? text.chat.typing : chat.displayPhoneNumber}
        </p>
      </div>
      {chat.canCall && (
        <IconButton
          icon={Phone}
          label={text.calls.callBusiness(chat.businessName)}
          disabled={chat.call !== undefined}
          onClick={() => act('call', { phoneNumberId: chat.phoneNumberId })}
          data-call
        />
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <About onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </header>
  );
}
