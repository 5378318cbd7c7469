import { ExternalLink } from 'lucide-react';
import styles from './kinds.module.css';

type LinkButtonProps = Readonly<{ title: string; url: string; onFollow?: () => void }>;

/** Only web addresses are followed; a `javascript:` address of a message must stay dead. */
export function LinkButton({ title, url, onFollow }: LinkButtonProps) {
  const href = /^https?:\/\//iu.test(url) ? url : undefined;
  return (
    <a className={styles.answer} href={href} target="_blank" rel="noopener noreferrer" onClick={onFollow}>
      <ExternalLink size={16} aria-hidden="true" />
      {title}
    </a>
  );
}
