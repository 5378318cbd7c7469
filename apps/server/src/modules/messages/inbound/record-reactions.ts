import type { TenantTransaction } from '#platform/database';
import type { FiledMessage } from './filed-message.ts';
import { findMessageIds, type NewReaction, placeKey, upsertReactions } from './store-messages.ts';

/** Puts reactions on the messages that they are about, whether we have those yet or not. */
export async function recordReactions(
  transaction: TenantTransaction,
  filed: readonly FiledMessage[],
): Promise<void> {
  const latest = new Map<string, NewReaction>();
  for (const { incoming, row } of filed) {
    const { content } = incoming;
    if (content.kind !== 'reaction') continue;
    const reaction: NewReaction = {
      channelId: row.channelId,
      targetProviderMessageId: content.targetProviderMessageId,
      author: incoming.direction === 'inbound' ? 'contact' : 'business',
      participant: incoming.participant?.userId ?? incoming.participant?.waId ?? '',
      emoji: content.emoji,
      reactedAt: incoming.sentAt,
    };
    const key = `${reaction.channelId} ${reaction.targetProviderMessageId} ${reaction.author} ${reaction.participant}`;
    const before = latest.get(key);
    if (!before || reaction.reactedAt >= before.reactedAt) latest.set(key, reaction);
  }
  if (latest.size === 0) return;
  const reactions = [...latest.values()];
  await upsertReactions(transaction, reactions);
  const places = reactions.map(({ channelId, targetProviderMessageId }) => ({
    channelId,
    providerMessageId: targetProviderMessageId,
  }));
  const targets = await findMessageIds(transaction, places);
  for (const key of new Set(places.map(placeKey))) {
    const target = targets.get(key);
    if (!target) continue;
    transaction.publish({
      type: 'message.updated',
      conversationId: target.conversationId,
      messageId: target.id,
    });
  }
}
