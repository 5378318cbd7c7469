import { UserMinus } from 'lucide-react';
import type { FormEvent } from 'react';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { readField } from '../../ui/read-field.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { useChat } from '../chat-context.ts';
import { MenuEntry } from '../MessageMenuEntry.tsx';

/** A customer in the address book of the Business app. */
export function ContactSheet({ onClose }: { onClose: () => void }) {
  const text = useText();
  const { chat, act } = useChat();
  // Seen from a business, a chat is with the customer of this number.
  const { phoneNumberId: waId, businessName: name, saved } = chat;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    act('save-contact', { waId, fullName: readField(new FormData(event.currentTarget), 'name') });
    onClose();
  };
  return (
    <Sheet title={text.businessApp.contact} onClose={onClose}>
      <form onSubmit={submit}>
        <Field
          label={text.businessApp.contactName}
          name="name"
          required
          defaultValue={name}
          hint={text.businessApp.contactHint}
          autoComplete="off"
        />
        <Button tone="accent" type="submit">
          {text.businessApp.saveContact}
        </Button>
      </form>
      {saved && (
        <MenuEntry
          icon={UserMinus}
          label={text.businessApp.removeContact}
          onPress={() => {
            act('remove-contact', { waId });
            onClose();
          }}
        />
      )}
    </Sheet>
  );
}
