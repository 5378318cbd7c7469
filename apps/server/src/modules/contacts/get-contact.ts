import type { Contact } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { readContacts } from './store-views.ts';
import { viewContact } from './view-contact.ts';

/**
 * One contact; the id of one that was merged leads to the one that stayed.
 * @throws RenkeiError not_found
 */
export async function getContact(transaction: TenantTransaction, contactId: string): Promise<Contact> {
  const [row] = await readContacts(transaction, [contactId]);
  if (!row) throw new RenkeiError('not_found');
  return viewContact(row);
}
