import { routes } from '@renkei/contract';
import { bind, type RouteBinding } from '#platform/module';
import { getContact } from './get-contact.ts';
import { listContacts } from './list-contacts.ts';
import type { ContactsNeeds } from './needs.ts';
import { updateContact } from './update-contact.ts';

export function contactsRoutes(needs: ContactsNeeds): readonly RouteBinding[] {
  const { platform } = needs;
  return [
    bind(routes.listContacts, ({ workspaceId }, { query }) => listContacts(platform, workspaceId, query)),
    bind(routes.getContact, ({ workspaceId }, { params }) =>
      platform.database.inTenant(workspaceId, (transaction) => getContact(transaction, params.contactId)),
    ),
    bind(routes.updateContact, (principal, { params, body }) =>
      updateContact(needs, principal, params.contactId, body),
    ),
  ];
}
