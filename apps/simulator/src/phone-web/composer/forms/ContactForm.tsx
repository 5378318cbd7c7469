import { type FormEvent, useEffect, useState } from 'react';
import type { PhoneSummary } from '../../api/wire.ts';
import { useSide } from '../../app/side.ts';
import { useChat } from '../../chat/chat-context.ts';
import { useText } from '../../i18n/language.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { readField } from '../../ui/read-field.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import styles from '../composer.module.css';
import type { AttachFormProps } from './attach-form.ts';

export function ContactForm({ contextId, onClose, onSent }: AttachFormProps) {
  const text = useText();
  const { send, api, waId } = useChat();
  const side = useSide();
  const [people, setPeople] = useState<readonly PhoneSummary[]>([]);

  useEffect(() => {
    if (side === 'business') return;
    let isCurrent = true;
    api.listPhones().then(
      (phones) => isCurrent && setPeople(phones.filter((phone) => phone.waId !== waId)),
      // Without the list a card can still be written by hand.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [api, waId, side]);

  const share = (card: object) => {
    send({ type: 'contacts', content: [card], contextId });
    onSent?.();
    onClose();
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    share(createCard(readField(form, 'name'), readField(form, 'phone'), readField(form, 'company')));
  };

  return (
    <Sheet title={text.contactForm.title} onClose={onClose}>
      {people.length > 0 && (
        <ul className={styles.places} aria-label={text.contactForm.people}>
          {people.map((person) => (
            <li key={person.waId}>
              <button
                type="button"
                onClick={() => share(createCard(person.name, `+${person.waId}`, '', person.waId))}
              >
                <Avatar name={person.name} size={32} />
                <span>
                  {person.name}
                  <small>+{person.waId}</small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} className={styles.form}>
        <Field label={text.contactForm.name} name="name" required autoComplete="off" />
        <Field label={text.contactForm.phone} name="phone" type="tel" required autoComplete="off" />
        <Field label={text.contactForm.organisation} name="company" autoComplete="off" />
        <Button tone="accent" type="submit">
          {text.sheet.send}
        </Button>
      </form>
    </Sheet>
  );
}

/** Meta's contact card (cloud-api: contact card). A full name needs at least one of its parts beside it. */
function createCard(name: string, phone: string, company: string, waId?: string) {
  return {
    name: { formatted_name: name, first_name: name },
    // The number of somebody on WhatsApp can be written to.
    phones: [{ phone, ...(waId && { wa_id: waId }), type: 'CELL' }],
    ...(company && { org: { company } }),
  };
}
