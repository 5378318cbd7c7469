import * as z from 'zod';

/** The filled-in WhatsApp Flow. Keys are the form's own. */
export const flowReplyContent = z.object({
  kind: z.literal('flow_reply'),
  /** What WhatsApp shows in the customer's own chat. */
  body: z.string(),
  token: z.string().nullable(),
  answers: z.array(z.object({ key: z.string(), value: z.json() })),
});
