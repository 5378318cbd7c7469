import type { InboundContent } from '@renkei/graph-api';
import type { ReadKind } from './define.ts';

type WireCard = InboundContent<'contacts'>[number];

/** Cards as the sender's address book has them: any part may be missing. */
export const readContacts: ReadKind<'contacts'> = ({ content }) => ({
  content: {
    kind: 'contacts',
    cards: content.map(readCard),
    ...(content.some((card) => card.origin === 'contact_request') ? { requested: true } : {}),
  },
});

function readCard(card: WireCard) {
  const { name, org, birthday } = card;
  const urls = card.urls.flatMap(({ url }) => url ?? []);
  const addresses = card.addresses.map(({ street, city, state, zip, country, country_code: code, type }) => ({
    street,
    city,
    state,
    zip,
    country: country ?? code,
    label: type,
  }));
  return {
    name: fullNameOf(card),
    ...(name
      ? {
          nameParts: {
            prefix: name.prefix,
            first: name.first_name,
            middle: name.middle_name,
            last: name.last_name,
            suffix: name.suffix,
          },
        }
      : {}),
    phones: card.phones.flatMap(({ phone, wa_id: waId, type: label }) => {
      const number = phone ?? waId;
      return number === undefined ? [] : [{ number, waId, label }];
    }),
    emails: card.emails.flatMap(({ email }) => email ?? []),
    organisation: org?.company,
    department: org?.department,
    jobTitle: org?.title,
    ...(addresses.length === 0 ? {} : { addresses }),
    ...(urls.length === 0 ? {} : { urls }),
    birthday,
  };
}

function fullNameOf({ name, org }: WireCard): string {
  const parts = [name?.prefix, name?.first_name, name?.middle_name, name?.last_name, name?.suffix];
  return name?.formatted_name ?? (parts.filter(Boolean).join(' ') || (org?.company ?? ''));
}
