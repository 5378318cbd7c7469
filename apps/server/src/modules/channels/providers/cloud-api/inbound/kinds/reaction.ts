import type { ReadKind } from './define.ts';

export const readReaction: ReadKind<'reaction'> = ({ content }) => ({
  content: {
    kind: 'reaction',
    targetProviderMessageId: content.message_id,
    emoji: content.emoji === '' ? null : content.emoji,
  },
});
