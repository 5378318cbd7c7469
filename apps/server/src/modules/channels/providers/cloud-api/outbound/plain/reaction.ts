import type { Outbound } from '../outbound.ts';

/** An empty emoji takes an earlier reaction back. */
export const outboundReaction: Outbound<'reaction'> = {
  source: 'Meta, Reaction messages (2026)',
  fields: { 'reaction.message_id': 'targetMessageId', 'reaction.emoji': 'emoji' },
  toWire: ({ emoji }, { targetProviderMessageId }) => ({
    type: 'reaction',
    reaction: { message_id: targetProviderMessageId ?? '', emoji: emoji ?? '' },
  }),
};
