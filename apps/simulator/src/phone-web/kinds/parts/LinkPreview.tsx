import { Link2 } from 'lucide-react';
import styles from './kinds.module.css';

/** The first link of a text as a card. A virtual phone fetches nothing: the host stands for the page's title. */
export function LinkPreview({ url }: { url: string }) {
  const { host, pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  return (
    <a className={styles.linkPreview} href={url} target="_blank" rel="noopener noreferrer">
      <Link2 size={20} aria-hidden="true" />
      <span className={styles.cardText}>
        <strong>{host.replace(/^www\./u, '')}</strong>
        {path !== '/' && <small>{path}</small>}
      </span>
    </a>
  );
}
