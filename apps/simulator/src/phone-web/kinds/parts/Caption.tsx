import { FormattedText } from '../../format/FormattedText.tsx';
import styles from './kinds.module.css';

export function Caption({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <p className={styles.caption}>
      <FormattedText text={text} />
    </p>
  );
}
