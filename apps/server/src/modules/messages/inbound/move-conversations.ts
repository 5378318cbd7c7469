import type { TenantTransaction } from '#platform/database';
import type { ContactMerge, InboundNeeds } from './needs.ts';
import { foldConversation, moveConversationRows } from './store-conversations.ts';

/** Conversations follow their contacts; two of one contact on one channel become one. */
export async function moveConversations(
  { onConversationsMerged }: InboundNeeds,
  transaction: TenantTransaction,
  merges: readonly ContactMerge[],
): Promise<void> {
  for (const merge of merges) {
    for (const { from, into } of await moveConversationRows(transaction, merge)) {
      if (into !== null) {
        await foldConversation(transaction, { from, into });
        await onConversationsMerged(transaction, [{ from, into }]);
      }
      transaction.publish({ type: 'conversation.updated', conversationId: into ?? from });
    }
  }
}
