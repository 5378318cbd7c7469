import * as z from 'zod';

/** Something WhatsApp tells about the customer, such as a changed number. */
export const systemContent = z.object({
  kind: z.literal('system'),
  event: z.string(),
  body: z.string(),
});
