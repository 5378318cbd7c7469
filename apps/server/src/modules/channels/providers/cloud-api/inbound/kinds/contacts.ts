import type { ReadKind } from './define.ts';

export const readContacts: ReadKind<'contacts'> = ({ content }) => ({
  content: {
    kind: 'contacts',
    cards: content.map((card) => ({
      name:
        card.name?.formatted_name ??
        ([card.name?.first_name, card.name?.last_name].filter(Boolean).join(' ') ||
          (card.org?.company ?? '')),
      phones: card.phones.flatMap(({ phone, wa_id: waId, type: label }) => {
        const number = phone ?? waId;
        return number === undefined ? [] : [{ number, waId, label }];
      }),
      emails: card.emails.flatMap(({ email }) => (email === undefined ? [] : [email])),
      organisation: card.org?.company,
    })),
  },
});
