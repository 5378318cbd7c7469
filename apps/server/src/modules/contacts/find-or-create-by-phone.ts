import type { TenantTransaction } from '#platform/database';
import { resolveContacts } from './resolve-contacts.ts';
import { updateContactRow } from './store.ts';
import { readContacts } from './store-views.ts';

/** The contact with a number a member typed, in E.164; a name is given only to who has none of a member's. */
export async function findOrCreateByPhone(
  transaction: TenantTransaction,
  phone: { readonly e164: string; readonly name?: string | undefined },
  now: Date,
): Promise<string> {
  const digits = phone.e164.replace(/\D/g, '');
  const { contactIds } = await resolveContacts(transaction, [{ phone: digits, seenAt: now }], now);
  const [contactId] = contactIds;
  if (contactId === undefined) throw new Error('One sighting gives one contact');
  const givenName = phone.name?.trim();
  if (givenName) {
    const [contact] = await readContacts(transaction, [contactId]);
    if (contact && contact.given_name === null) {
      await updateContactRow(transaction, contactId, { givenName });
      transaction.publish({ type: 'contact.updated', contactId });
    }
  }
  return contactId;
}
