import { Trans, useLingui } from '@lingui/react/macro';
import type { ContactCard } from '@renkei/contract';
import { Cake, Globe, House, type LucideIcon, Mail, MessageCircle, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage } from '../../../../lib/i18n.ts';
import { Avatar } from '../../../../ui/avatar.tsx';
import { safeHref } from '../../rich-text/parse-links.ts';
import { formatBirthday } from '../parts/format.ts';
import { ContactCardActions } from './contact-card-actions.tsx';
import styles from './contacts.module.css';

export function ContactCardView({ card }: { readonly card: ContactCard }) {
  const { t } = useLingui();
  const language = useLanguage();
  const position = [card.jobTitle, card.department, card.organisation].filter(isGiven).join(' · ');
  return (
    <div className={styles.card} role="group" aria-label={card.name}>
      <header className={styles.header}>
        <Avatar name={card.name} seed={card.name} />
        <div className={styles.who}>
          <p className={styles.name}>{card.name}</p>
          {position === '' ? null : <p className={styles.position}>{position}</p>}
        </div>
      </header>
      <dl className={styles.fields}>
        {card.phones.map(({ number, label, waId }, index) => (
          <Field key={index} icon={Phone} name={t`Telephone`} note={label}>
            <Link href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>{number}</Link>
            {waId === undefined ? null : (
              <MessageCircle className={styles.onWhatsApp} size={13} role="img" aria-label={t`On WhatsApp`} />
            )}
          </Field>
        ))}
        {card.emails.map((email) => (
          <Field key={email} icon={Mail} name={t`Email`}>
            <Link href={`mailto:${email}`}>{email}</Link>
          </Field>
        ))}
        {card.addresses?.map((address, index) => (
          <Field key={index} icon={House} name={t`Address`} note={address.label}>
            {[address.street, address.city, address.state, address.zip, address.country]
              .filter(isGiven)
              .join(', ')}
          </Field>
        ))}
        {card.urls?.map((url) => (
          <Field key={url} icon={Globe} name={t`Web page`}>
            <Link href={url}>{url}</Link>
          </Field>
        ))}
        {card.birthday === undefined ? null : (
          <Field icon={Cake} name={t`Birthday`}>
            {formatBirthday(card.birthday, language)}
          </Field>
        )}
      </dl>
      {card.phones.length + card.emails.length === 0 ? (
        <p className={styles.position}>
          <Trans>The card has neither number nor email.</Trans>
        </p>
      ) : null}
      <ContactCardActions card={card} />
    </div>
  );
}

interface FieldProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

function Field({ icon: Icon, name, note, children }: FieldProps) {
  return (
    <div>
      <dt>
        <Icon size={14} role="img" aria-label={name} />
      </dt>
      <dd>
        {children}
        {isGiven(note) ? <span className={styles.label}>{note}</span> : null}
      </dd>
    </div>
  );
}

function Link({ href, children }: { readonly href: string; readonly children: string }) {
  const target = safeHref(href);
  if (target === undefined) return children;
  return (
    <a href={target} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
