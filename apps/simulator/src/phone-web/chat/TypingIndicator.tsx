import { useText } from '../i18n/language.ts';
import styles from './typing.module.css';

export function TypingIndicator() {
  const text = useText();
  return (
    <div className={styles.typing} role="img" aria-label={text.chat.typing}>
      <i />
      <i />
      <i />
    </div>
  );
}
