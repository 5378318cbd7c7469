import { routes } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import { bind, type RouteBinding } from '#platform/module';
import { getConversation } from './get-conversation.ts';
import { listConversations } from './list-conversations.ts';
import type { InboxNeeds } from './needs.ts';
import { startConversation } from './start-conversation.ts';
import { updateConversation } from './update-conversation.ts';

export function inboxRoutes(needs: InboxNeeds): readonly RouteBinding[] {
  const { database } = needs.platform;
  return [
    bind(routes.listConversations, (principal, { query }) => listConversations(database, principal, query)),
    bind(routes.getConversation, ({ workspaceId }, { params }) =>
      database.inTenant(workspaceId, (transaction) => getConversation(transaction, params.conversationId)),
    ),
    bind(routes.startConversation, (principal, { body }) => startConversation(needs, principal, body)),
    bind(routes.updateConversation, (principal, { params, body }) =>
      updateConversation(needs, principal, params.conversationId, body),
    ),
    bind(routes.listMessages, ({ workspaceId }, { params, query }) =>
      database.inTenant(workspaceId, async (transaction) => {
        await getConversation(transaction, params.conversationId);
        return needs.listMessages(transaction, { ...query, conversationId: params.conversationId });
      }),
    ),
    bind(routes.getMessage, ({ workspaceId }, { params }) =>
      database.inTenant(workspaceId, async (transaction) => {
        const message = await needs.viewMessageDetails(transaction, params.messageId);
        if (!message) throw new RenkeiError('not_found');
        return message;
      }),
    ),
  ];
}
