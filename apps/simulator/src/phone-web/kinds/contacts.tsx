import { z } from 'zod';
import { Avatar } from '../ui/Avatar.tsx';
import { defineKind, type KindViewProps } from './define-kind.tsx';
import styles from './parts/kinds.module.css';

const contactsContentSchema = z
  .array(
    z.looseObject({
      name: z.looseObject({ formatted_name: z.string() }),
      phones: z.array(z.looseObject({ phone: z.string().optional() })).default([]),
      org: z.looseObject({ company: z.string().optional() }).optional(),
    }),
  )
  .min(1);

function ContactsView({ content }: KindViewProps<z.infer<typeof contactsContentSchema>>) {
  return (
    <ul className={styles.contacts}>
      {content.map(({ name, phones, org }) => (
        <li key={`${name.formatted_name} ${phones[0]?.phone}`} className={styles.card}>
          <Avatar name={name.formatted_name} size={36} />
          <span className={styles.cardText}>
            <strong>{name.formatted_name}</strong>
            {org?.company && <small>{org.company}</small>}
            {phones.map(({ phone }) => phone && <small key={phone}>{phone}</small>)}
          </span>
        </li>
      ))}
    </ul>
  );
}

export const contactsKind = defineKind({
  schema: contactsContentSchema,
  View: ContactsView,
  summarise: (content, text) =>
    content.length > 1
      ? text.kinds.contacts(content.length)
      : (content[0]?.name.formatted_name ?? text.kinds.contact),
});
