import type { TenantTransaction } from '#platform/database';
import { isStale } from './conversation-advance.ts';
import type { FiledMessage } from './filed-message.ts';
import type { InboundNeeds } from './needs.ts';

/**
 * STOP and START, however late they come, take effect with the message that says them. What is said in a group is said to
 * the group; what is news to nobody any more is not confirmed.
 */
export async function takeKeywords(
  { consent, confirmConsent }: InboundNeeds,
  transaction: TenantTransaction,
  fresh: readonly FiledMessage[],
): Promise<void> {
  const said = fresh.filter(
    ({ incoming, row }) => incoming.direction === 'inbound' && incoming.spoken && row.participant === null,
  );
  if (said.length === 0) return;
  const late = new Set(
    said.flatMap(({ incoming, row }) => (isStale(incoming.sentAt, incoming.receivedAt) ? [row.id] : [])),
  );
  const confirmations = await consent.takeReplies(
    transaction,
    said.map(({ row: { id: messageId, conversationId, contactId, channelId, content, sentAt } }) => ({
      messageId,
      conversationId,
      contactId,
      channelId,
      content,
      sentAt,
    })),
  );
  for (const confirmation of confirmations) {
    if (!late.has(confirmation.messageId)) await confirmConsent(transaction, confirmation);
  }
}
