import type { Contact } from '@renkei/contract';
import type { ContactRow } from './store-views.ts';

/** A contact as the API shows it. */
export function viewContact(row: ContactRow): Contact {
  return {
    id: row.id,
    name: nameOf(row),
    givenName: row.given_name,
    profileName: row.profile_name,
    username: row.username,
    phoneNumber: phoneNumberOf(row),
    identities: [...row.identities],
    note: row.note,
    createdAt: row.created_at.toISOString(),
  };
}

/** Never empty: what a member calls them, else what they call themselves, else what WhatsApp calls them. */
export function nameOf(row: ContactRow): string {
  const username = row.username ? `@${row.username}` : null;
  const names = [row.given_name, row.profile_name, username, phoneNumberOf(row), row.identities[0]?.value];
  return names.find((name) => name) ?? row.id;
}

/** As a member typed it, else as WhatsApp writes it. */
export function phoneNumberOf({ identities }: ContactRow): string | null {
  const identity =
    identities.find(({ kind }) => kind === 'phone') ?? identities.find(({ kind }) => kind === 'wa_id');
  return identity ? `+${identity.value}` : null;
}
