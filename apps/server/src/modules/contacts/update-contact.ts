import type { Contact, RouteBody, routes } from '@renkei/contract';
import type { Principal } from '#platform/module';
import { getContact } from './get-contact.ts';
import type { ContactsNeeds } from './needs.ts';
import { updateContactRow } from './store.ts';

/** Gives a contact the workspace's own name or a note. An empty name takes it back. */
export function updateContact(
  { platform, recordAudit }: ContactsNeeds,
  principal: Principal,
  contactId: string,
  change: RouteBody<typeof routes.updateContact>,
): Promise<Contact> {
  return platform.database.inTenant(principal.workspaceId, async (transaction) => {
    const { id } = await getContact(transaction, contactId);
    await updateContactRow(transaction, id, change);
    await recordAudit(transaction, {
      principal,
      action: 'contact.update',
      subjectId: id,
      detail: { changed: Object.keys(change) },
    });
    transaction.publish({ type: 'contact.updated', contactId: id });
    return getContact(transaction, id);
  });
}
