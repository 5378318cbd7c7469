import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import type { ShownMessage } from '../../session/outbox.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { SwitchField } from '../../ui/SwitchField.tsx';
import { useChat } from '../chat-context.ts';
import styles from '../message-menu.module.css';
import { toForwarded } from './forwardable.ts';

/** Sends a message on to a chat, marked as forwarded once or many times. */
export function ForwardSheet({ message, onClose }: { message: ShownMessage; onClose: () => void }) {
  const text = useText();
  const { chats, sendTo } = useChat();
  const [isOften, setOften] = useState(false);
  const draft = toForwarded(message);
  const forward = (phoneNumberId: string) => {
    if (draft) sendTo(phoneNumberId, { ...draft, marks: { forwarded: isOften ? 'often' : 'once' } });
    onClose();
  };
  return (
    <Sheet title={text.change.forwardTo} onClose={onClose}>
      <SwitchField
        label={text.change.forwardedOften}
        checked={isOften}
        onChange={(event) => setOften(event.target.checked)}
      />
      {chats.map(({ phoneNumberId, businessName }) => (
        <button
          key={phoneNumberId}
          type="button"
          className={styles.entry}
          onClick={() => forward(phoneNumberId)}
        >
          <Avatar name={businessName} size={32} />
          {businessName}
        </button>
      ))}
    </Sheet>
  );
}
