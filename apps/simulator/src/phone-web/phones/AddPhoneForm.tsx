import { type FormEvent, useState } from 'react';
import type { PhoneApi } from '../api/phone-api.ts';
import { PhoneApiError } from '../api/requests.ts';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { readField } from '../ui/read-field.ts';
import styles from './phones.module.css';

/** E.164 allows 15 digits; the shortest numbers in use have 8 with their country code. */
const NUMBER = /^[1-9]\d{7,14}$/u;

export function AddPhoneForm({ api, onCreated }: { api: PhoneApi; onCreated: (waId: string) => void }) {
  const text = useText();
  const [error, setError] = useState<string>();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = readField(form, 'name');
    const waId = readField(form, 'number').replace(/[\s+()-]/gu, '');
    if (!NUMBER.test(waId)) {
      setError(text.phones.numberInvalid);
      return;
    }
    try {
      await api.createPhone({ waId, name });
      onCreated(waId);
    } catch (problem) {
      const reason = problem instanceof PhoneApiError && problem.status > 0 ? problem.reason : undefined;
      setError(reason ?? text.problems.unreachable);
    }
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <Field label={text.phones.name} name="name" required maxLength={60} autoComplete="off" />
      <Field
        label={text.phones.number}
        name="number"
        type="tel"
        required
        autoComplete="off"
        hint={text.phones.numberHint}
        error={error}
      />
      <Button tone="accent" type="submit">
        {text.phones.create}
      </Button>
    </form>
  );
}
