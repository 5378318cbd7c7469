import { Check, Plus, Unplug } from 'lucide-react';
import { useState } from 'react';
import type { PhoneApi } from '../api/phone-api.ts';
import { useSide } from '../app/side.ts';
import { useText } from '../i18n/language.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { AddPhoneForm } from './AddPhoneForm.tsx';
import styles from './phones.module.css';
import type { Phones } from './use-phones.ts';

type PhoneSheetProps = Readonly<{
  waId: string;
  phones: Phones;
  api: PhoneApi;
  onChoose: (waId: string) => void;
  onClose: () => void;
}>;

export function PhoneSheet({ waId, phones, api, onChoose, onClose }: PhoneSheetProps) {
  const text = useText();
  const side = useSide();
  const [isAdding, setAdding] = useState(false);
  if (isAdding) {
    return (
      <Sheet title={text.phones.add} onClose={onClose}>
        <AddPhoneForm api={api} onCreated={onChoose} />
      </Sheet>
    );
  }
  return (
    <Sheet title={side === 'business' ? text.businessApp.switch : text.phones.switch} onClose={onClose}>
      <ul className={styles.phones}>
        {phones.list?.map((phone) => (
          <li key={phone.waId}>
            <button
              type="button"
              aria-current={phone.waId === waId || undefined}
              onClick={() => onChoose(phone.waId)}
            >
              <Avatar name={phone.name} size={36} />
              <span className={styles.phoneText}>
                <strong>{phone.name}</strong>
                {side === 'customer' && <small>+{phone.waId}</small>}
              </span>
              <Badge count={phone.unreadCount} />
              {phone.waId === waId && <Check size={18} aria-hidden="true" />}
            </button>
          </li>
        ))}
      </ul>
      {side === 'customer' && (
        <button type="button" className={styles.add} onClick={() => setAdding(true)}>
          <span>
            <Plus size={18} aria-hidden="true" />
          </span>
          {text.phones.add}
        </button>
      )}
      {side === 'business' && (
        <button
          type="button"
          className={styles.add}
          onClick={() => void api.act(waId, 'disconnect', {}).then(phones.refresh).finally(onClose)}
        >
          <span>
            <Unplug size={18} aria-hidden="true" />
          </span>
          {text.businessApp.disconnect}
        </button>
      )}
    </Sheet>
  );
}
