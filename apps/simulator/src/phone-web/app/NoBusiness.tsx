import { Store } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import styles from './problem.module.css';

/** No number of this world is in the Business app. */
export function NoBusiness() {
  const text = useText();
  return (
    <main className={styles.problem}>
      <Store size={40} strokeWidth={1.5} aria-hidden="true" />
      <h1>{text.businessApp.none}</h1>
      <p>{text.businessApp.noneRemedy}</p>
    </main>
  );
}
