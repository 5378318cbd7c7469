import type { ContactCard } from '@renkei/contract';

/** The card as a file that address books read: vCard 3.0, RFC 2426. */
export function toVcard(card: ContactCard): string {
  const { prefix, first, middle, last, suffix } = card.nameParts ?? {};
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escape(card.name)}`,
    `N:${[last ?? (card.nameParts === undefined ? card.name : ''), first, middle, prefix, suffix].map(escape).join(';')}`,
    ...card.phones.map(({ number, label }) => `TEL${typeOf(label)}:${escape(number)}`),
    ...card.emails.map((email) => `EMAIL:${escape(email)}`),
    ...(card.addresses ?? []).map(
      ({ street, city, state, zip, country, label }) =>
        `ADR${typeOf(label)}:${['', '', street, city, state, zip, country].map(escape).join(';')}`,
    ),
    ...(card.urls ?? []).map((url) => `URL:${escape(url)}`),
    ...given(
      'ORG',
      [card.organisation, card.department].filter((part) => part !== undefined),
    ),
    ...given('TITLE', card.jobTitle === undefined ? [] : [card.jobTitle]),
    ...given('BDAY', card.birthday === undefined ? [] : [card.birthday]),
    'END:VCARD',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function given(name: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [`${name}:${values.map(escape).join(';')}`];
}

/** Labels are the customer's own words; only plain ones may stand as a type. */
function typeOf(label: string | undefined): string {
  return label !== undefined && /^[A-Za-z]+$/.test(label) ? `;TYPE=${label.toUpperCase()}` : '';
}

function escape(text = ''): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n');
}
