import { z } from 'zod';
import { phoneKind } from '../kind.ts';

/** A row chosen from a list message. */
export const listReplyKind = phoneKind({
  schema: z.strictObject({
    messageId: z.string().min(1),
    id: z.string(),
    title: z.string(),
    description: z.string().optional(),
  }),
  build: ({ messageId, ...row }) => ({
    type: 'interactive',
    content: { type: 'list_reply', list_reply: row },
    contextId: messageId,
  }),
});
