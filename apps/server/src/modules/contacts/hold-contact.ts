import type { TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { lockContact } from './store.ts';

/**
 * The id of a contact, of one that was merged that of the one that stayed, which is merged with no other before the
 * transaction has ended: what is written down about it meanwhile moves with it afterwards.
 * @throws RenkeiError not_found
 */
export async function holdContact(transaction: TenantTransaction, contactId: string): Promise<string> {
  const row = await lockContact(transaction, contactId);
  if (!row) throw new RenkeiError('not_found');
  return row.mergedInto === null ? contactId : holdContact(transaction, row.mergedInto);
}
