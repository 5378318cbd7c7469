import type { Conversation } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { readConversations } from './store-conversations.ts';
import { toConversation } from './view-conversation.ts';

/** One conversation. Throws `not_found`. */
export async function getConversation(
  transaction: TenantTransaction,
  conversationId: string,
): Promise<Conversation> {
  const [row] = await readConversations(transaction, [conversationId]);
  if (!row) throw new RenkeiError('not_found');
  return toConversation(row);
}
