import type { InboundPerson } from '#modules/channels';
import type { ConversationRecipient } from './store-conversations.ts';

/** Where a conversation with them is answered. */
export function recipientOf({ waId, userId, groupId }: InboundPerson): ConversationRecipient {
  return { phone: waId ?? null, userId: userId ?? null, groupId: groupId ?? null };
}
