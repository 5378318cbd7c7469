import type { FormEvent } from 'react';
import { useChat } from '../../chat/chat-context.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { readField } from '../../ui/read-field.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import styles from '../composer.module.css';
import type { AttachFormProps } from './attach-form.ts';

export default function ContactForm({ contextId, onClose, onSent }: AttachFormProps) {
  const text = useText();
  const { send } = useChat();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    send({
      type: 'contacts',
      content: [createCard(readField(form, 'name'), readField(form, 'phone'), readField(form, 'company'))],
      contextId,
    });
    onSent?.();
    onClose();
  };

  return (
    <Sheet title={text.contactForm.title} onClose={onClose}>
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
function createCard(name: string, phone: string, company: string) {
  return {
    name: { formatted_name: name, first_name: name },
    phones: [{ phone, type: 'CELL' }],
    ...(company && { org: { company } }),
  };
}
