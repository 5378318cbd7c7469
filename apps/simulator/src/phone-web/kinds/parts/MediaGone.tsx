import { FileX2 } from 'lucide-react';
import { useText } from '../../i18n/language.ts';
import styles from './kinds.module.css';

export function MediaGone() {
  const text = useText();
  return (
    <p className={styles.unsupported}>
      <FileX2 size={18} aria-hidden="true" />
      {text.kinds.mediaGone}
    </p>
  );
}
