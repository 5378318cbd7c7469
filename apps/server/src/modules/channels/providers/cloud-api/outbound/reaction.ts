import type { Outbound } from './outbound.ts';

/** An empty emoji takes an earlier reaction back. */
export const outboundReaction: Outbound<'reaction'> = ({ emoji }, { targetProviderMessageId }) => ({
  type: 'reaction',
  reaction: { message_id: targetProviderMessageId ?? '', emoji: emoji ?? '' },
});
