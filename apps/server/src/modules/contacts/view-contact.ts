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
  const group = row.identities.find(({ kind }) => kind === 'group_id');
  const id = group ? groupNameOf(group.value) : row.identities[0]?.value;
  const names = [row.given_name, row.profile_name, username, phoneNumberOf(row), id];
  return names.find((name) => name) ?? row.id;
}

/** Of a group whose subject nobody has told us yet. */
export function groupNameOf(groupId: string): string {
  return `WhatsApp group ${groupId.slice(-4)}`;
}

/** As a member typed it, else as WhatsApp writes it. */
export function phoneNumberOf({ identities }: ContactRow): string | null {
  const identity =
    identities.find(({ kind }) => kind === 'phone') ?? identities.find(({ kind }) => kind === 'wa_id');
  return identity ? `+${identity.value}` : null;
}
