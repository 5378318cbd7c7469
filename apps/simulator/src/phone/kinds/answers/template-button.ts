import { z } from 'zod';
import { phoneKind } from '../kind.ts';

/** A tap on a quick reply of a template; the payload is the text unless the send gave another. */
export const templateButtonKind = phoneKind({
  schema: z.strictObject({
    messageId: z.string().min(1),
    text: z.string(),
    payload: z.string().optional(),
  }),
  build: ({ messageId, text, payload }) => ({
    type: 'button',
    content: { payload: payload ?? text, text },
    contextId: messageId,
  }),
});
