import { RenkeiError } from '#platform/errors';
import type { OutboundContext } from './needs.ts';
import type { ReadReceipts } from './read-receipts.ts';
import { clearUnread, findConversations } from './store-outbound.ts';

/** Everything up to now has been read: unread becomes 0 at once, the customer is told in the background. */
export async function markConversationRead(
  context: OutboundContext,
  receipts: ReadReceipts,
  workspaceId: string,
  conversationId: string,
): Promise<void> {
  const conversation = await context.platform.database.inTenant(workspaceId, async (tx) => {
    const found = (await findConversations(tx, [conversationId])).get(conversationId);
    if (!found) throw new RenkeiError('not_found');
    if (await clearUnread(tx, conversationId)) tx.publish({ type: 'conversation.updated', conversationId });
    return found;
  });
  const { channelId, lastInboundProviderMessageId: lastId } = conversation;
  if (lastId !== null) receipts.markRead(workspaceId, channelId, lastId);
}
