import type { ContentOf } from '@renkei/contract';
import type { Outbound } from './outbound.ts';

export const outboundContacts: Outbound<'contacts'> = ({ cards }) => ({
  type: 'contacts',
  contacts: cards.map(toWireCard),
});

type Card = ContentOf<'contacts'>['cards'][number];

/** Meta wants one part of the name beside the whole of it; which part does not show. */
function toWireCard({ name, phones, emails, organisation }: Card) {
  return {
    name: { formatted_name: name, first_name: name },
    ...(phones.length > 0 ? { phones: phones.map(toWirePhone) } : {}),
    ...(emails.length > 0 ? { emails: emails.map((email) => ({ email })) } : {}),
    ...(organisation ? { org: { company: organisation } } : {}),
  };
}

function toWirePhone({ number, waId, label }: Card['phones'][number]) {
  return { phone: number, ...(waId ? { wa_id: waId } : {}), ...(label ? { type: label } : {}) };
}
