import type { TenantTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import {
  type ConversationKey,
  type ConversationRecipient,
  conversationKey,
  ensureConversationRows,
} from './store-conversations.ts';

/** One conversation per contact and channel, made when missing. Gives their ids in the order asked. */
export async function ensureConversations(
  transaction: TenantTransaction,
  wanted: readonly (ConversationKey & { readonly recipient: ConversationRecipient })[],
  now: Date,
): Promise<readonly string[]> {
  if (wanted.length === 0) return [];
  const unique = new Map(wanted.map((item) => [conversationKey(item), { ...item, id: newId() }]));
  const ids = await ensureConversationRows(transaction, [...unique.values()], now);
  return wanted.map((item) => {
    const id = ids.get(conversationKey(item));
    if (id === undefined) throw new Error('A conversation that was just made is not there');
    return id;
  });
}

/** For sends that begin conversations. `recipientPhone` are digits. */
export function ensureRecipients(
  transaction: TenantTransaction,
  conversations: readonly (ConversationKey & {
    readonly recipientPhone?: string | undefined;
    readonly recipientUserId?: string | undefined;
  })[],
  now: Date,
): Promise<readonly string[]> {
  const wanted = conversations.map(({ channelId, contactId, recipientPhone, recipientUserId }) => ({
    channelId,
    contactId,
    recipient: { phone: recipientPhone ?? null, userId: recipientUserId ?? null },
  }));
  return ensureConversations(transaction, wanted, now);
}
