import { Smartphone } from 'lucide-react';
import type { PhoneApi } from '../api/phone-api.ts';
import { useText } from '../i18n/language.ts';
import { AddPhoneForm } from '../phones/AddPhoneForm.tsx';
import styles from './problem.module.css';

export function NoPhone({ api, onCreated }: { api: PhoneApi; onCreated: (waId: string) => void }) {
  const text = useText();
  return (
    <main className={styles.problem}>
      <Smartphone size={40} strokeWidth={1.5} aria-hidden="true" />
      <h1>{text.phones.none}</h1>
      <AddPhoneForm api={api} onCreated={onCreated} />
    </main>
  );
}
