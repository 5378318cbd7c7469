import { Plural, Trans } from '@lingui/react/macro';
import { ContactRound } from 'lucide-react';
import { Origin } from '../parts/origin.tsx';
import { Unfold } from '../parts/unfold.tsx';
import type { ContentViewProps } from '../view-props.ts';
import { ContactCardView } from './contact-card.tsx';
import styles from './contacts.module.css';

/** More than these are a list that is opened. */
const shownAtOnce = 3;

export function ContactsContent({ content }: ContentViewProps<'contacts'>) {
  const cards = content.cards.map((card, index) => (
    <li key={index}>
      <ContactCardView card={card} />
    </li>
  ));
  const rest = cards.length - shownAtOnce;
  return (
    <>
      {content.requested === true ? (
        <Origin icon={ContactRound}>
          <Trans>Shared the number you asked for</Trans>
        </Origin>
      ) : null}
      <ul className={styles.cards}>{cards.slice(0, shownAtOnce)}</ul>
      {rest > 0 ? (
        <Unfold label={<Plural value={rest} one="# more contact" other="# more contacts" />}>
          <ul className={styles.cards}>{cards.slice(shownAtOnce)}</ul>
        </Unfold>
      ) : null}
    </>
  );
}
