import { Contact } from 'lucide-react';
import { safeHref } from '../rich-text/parse-links.ts';
import styles from './content.module.css';
import type { ContentViewProps } from './view-props.ts';

export function ContactsContent({ content }: ContentViewProps<'contacts'>) {
  return (
    <ul className={styles.cards}>
      {content.cards.map((card, index) => (
        <li key={index} className={styles.file}>
          <Contact size={26} strokeWidth={1.6} aria-hidden />
          <span className={styles.fileText}>
            <span className={styles.fileName}>{card.name}</span>
            {card.organisation === undefined ? null : (
              <span className={styles.quiet}>{card.organisation}</span>
            )}
            {card.phones.map(({ number, label }) => (
              <a key={number} href={safeHref(`tel:${number.replaceAll(/[^\d+]/g, '')}`)}>
                {number}
                {label === undefined ? '' : ` (${label})`}
              </a>
            ))}
            {card.emails.map((email) => (
              <a key={email} href={safeHref(`mailto:${email}`)}>
                {email}
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
