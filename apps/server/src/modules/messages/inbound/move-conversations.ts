import { type TenantTransaction, widenTurn } from '#platform/database';
import type { ContactMerge, InboundNeeds } from './needs.ts';
import { foldConversation, moveConversationRows } from './store-conversations.ts';

/** Conversations follow their contacts; two of one contact on one channel become one. */
export async function moveConversations(
  { consent, onConversationsMerged }: InboundNeeds,
  transaction: TenantTransaction,
  merges: readonly ContactMerge[],
): Promise<void> {
  if (merges.length === 0) return;
  // Other lanes may be filing under the contact that goes.
  await widenTurn(transaction);
  for (const merge of merges) {
    for (const { from, into } of await moveConversationRows(transaction, merge)) {
      if (into !== null) {
        await foldConversation(transaction, { from, into });
        await onConversationsMerged(transaction, [{ from, into }]);
      }
      transaction.publish({ type: 'conversation.updated', conversationId: into ?? from });
    }
  }
  // Last: what a refusal tells is kept by whoever holds its message, under the contact that the message then has.
  await consent.move(transaction, merges);
}
