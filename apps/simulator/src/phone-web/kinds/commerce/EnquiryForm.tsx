import type { FormEvent } from 'react';
import { useChat } from '../../chat/chat-context.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { readField } from '../../ui/read-field.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import styles from './commerce.module.css';

type EnquiryFormProps = Readonly<{ catalogId: string; productRetailerId: string; onClose: () => void }>;

/** "Message business" on a product's page: a text that names the product. */
export function EnquiryForm({ catalogId, productRetailerId, onClose }: EnquiryFormProps) {
  const text = useText();
  const { send } = useChat();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = readField(new FormData(event.currentTarget), 'body');
    send({ type: 'text', content: { body }, marks: { referredProduct: { catalogId, productRetailerId } } });
    onClose();
  };
  return (
    <Sheet title={text.commerce.ask(productRetailerId)} onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <Field
          label={text.commerce.question}
          name="body"
          required
          defaultValue={text.commerce.usualQuestion}
          autoComplete="off"
        />
        <Button tone="accent" type="submit">
          {text.sheet.send}
        </Button>
      </form>
    </Sheet>
  );
}
