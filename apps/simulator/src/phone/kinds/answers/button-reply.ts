import { z } from 'zod';
import { phoneKind } from '../kind.ts';

/** A tap on a reply button of an interactive message. */
export const buttonReplyKind = phoneKind({
  schema: z.strictObject({ messageId: z.string().min(1), id: z.string(), title: z.string() }),
  build: ({ messageId, id, title }) => ({
    type: 'interactive',
    content: { type: 'button_reply', button_reply: { id, title } },
    contextId: messageId,
  }),
});
