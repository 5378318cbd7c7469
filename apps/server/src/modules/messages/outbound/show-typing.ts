import { RenkeiError } from '#platform/errors';
import type { OutboundContext } from './needs.ts';
import type { ReadReceipts } from './read-receipts.ts';
import { findConversations } from './store-outbound.ts';

/** Shows the customer that somebody is typing; only possible in answer to a message, inside its window. */
export async function showTyping(
  context: OutboundContext,
  receipts: ReadReceipts,
  workspaceId: string,
  conversationId: string,
): Promise<void> {
  const conversation = await context.platform.database.inTenant(workspaceId, async (tx) =>
    (await findConversations(tx, [conversationId])).get(conversationId),
  );
  if (!conversation) throw new RenkeiError('not_found');
  const { channelId, lastInboundProviderMessageId: lastId, windowClosesAt } = conversation;
  const isOpen = windowClosesAt !== null && context.platform.clock.now() < windowClosesAt;
  if (lastId !== null && isOpen) receipts.showTyping(workspaceId, channelId, lastId);
}
