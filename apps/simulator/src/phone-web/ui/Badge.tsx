import { useText } from '../i18n/language.ts';
import styles from './badge.module.css';

export function Badge({ count }: { count: number }) {
  const text = useText();
  if (count === 0) return null;
  return (
    <span className={styles.badge} role="img" aria-label={text.phones.unread(count)}>
      {count > 99 ? '99+' : count}
    </span>
  );
}
