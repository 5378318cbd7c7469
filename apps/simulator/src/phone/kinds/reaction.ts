import { z } from 'zod';
import { phoneKind } from './kind.ts';

/** An empty emoji takes the reaction away; Meta's webhook then has no `emoji`. */
export const reactionKind = phoneKind({
  schema: z.strictObject({ messageId: z.string().min(1), emoji: z.string().default('') }),
  build: ({ messageId, emoji }) => ({
    type: 'reaction',
    content: { message_id: messageId, ...(emoji === '' ? {} : { emoji }) },
  }),
});
