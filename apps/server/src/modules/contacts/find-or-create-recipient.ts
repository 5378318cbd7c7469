import type { TenantTransaction } from '#platform/database';
import type { Recipient } from './parse-recipient.ts';
import { resolveContacts } from './resolve-contacts.ts';
import { updateContactRow } from './store.ts';
import { readContacts } from './store-views.ts';

/** The contact of whom a member has named; a name is given only to who has none of a member's. */
export async function findOrCreateRecipient(
  transaction: TenantTransaction,
  { phoneNumber, userId }: Recipient,
  name: string | undefined,
  now: Date,
): Promise<string> {
  const phone = phoneNumber?.replace(/\D/g, '');
  const { contactIds } = await resolveContacts(transaction, [{ phone, userId, seenAt: now }], now);
  const [contactId] = contactIds;
  if (contactId === undefined) throw new Error('One sighting gives one contact');
  const givenName = name?.trim();
  if (givenName) {
    const [contact] = await readContacts(transaction, [contactId]);
    if (contact && contact.given_name === null) {
      await updateContactRow(transaction, contactId, { givenName });
      transaction.publish({ type: 'contact.updated', contactId });
    }
  }
  return contactId;
}
