import type { ContentOf } from '@renkei/contract';
import { given, givenText, type Outbound } from '../outbound.ts';

export const outboundContacts: Outbound<'contacts'> = {
  source: 'Meta, Contacts messages (2025-12)',
  fields: {
    contacts: 'cards',
    'contacts[].name': 'cards[].nameParts',
    'contacts[].name.formatted_name': 'cards[].name',
    'contacts[].org.company': 'cards[].organisation',
    'contacts[].org.department': 'cards[].department',
    'contacts[].org.title': 'cards[].jobTitle',
  },
  toWire: ({ cards }) => ({ type: 'contacts', contacts: cards.map(toWireCard) }),
};

type Card = ContentOf<'contacts'>['cards'][number];

function toWireCard(card: Card) {
  return {
    name: toWireName(card),
    ...listed('phones', card.phones, ({ number, waId, label }) => ({
      phone: number,
      ...givenText('wa_id', waId),
      ...givenText('type', label),
    })),
    ...listed('emails', card.emails, (email) => ({ email })),
    ...listed('urls', card.urls, (url) => ({ url })),
    ...listed('addresses', card.addresses, ({ label, ...address }) => ({
      ...address,
      ...givenText('type', label),
    })),
    ...toWireOrganisation(card),
    ...givenText('birthday', card.birthday),
  };
}

/** Meta wants one part of the name beside the whole of it; which part does not show. */
function toWireName({ name, nameParts = {} }: Card) {
  const parts = {
    ...givenText('prefix', nameParts.prefix),
    ...givenText('first_name', nameParts.first),
    ...givenText('middle_name', nameParts.middle),
    ...givenText('last_name', nameParts.last),
    ...givenText('suffix', nameParts.suffix),
  };
  return { formatted_name: name, ...(Object.keys(parts).length > 0 ? parts : { first_name: name }) };
}

function toWireOrganisation({ organisation, department, jobTitle }: Card) {
  const org = {
    ...givenText('company', organisation),
    ...givenText('department', department),
    ...givenText('title', jobTitle),
  };
  return given('org', Object.keys(org).length > 0 ? org : undefined);
}

function listed<Key extends string, Item, Wire>(
  key: Key,
  items: readonly Item[] | undefined,
  toWire: (item: Item) => Wire,
) {
  return given(key, items && items.length > 0 ? items.map(toWire) : undefined);
}
