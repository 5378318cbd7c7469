import * as z from 'zod';

/** Something WhatsApp tells about the customer, such as a changed number. */
export const systemContent = z.object({
  kind: z.literal('system'),
  /** `user_changed_number`, `user_changed_user_id`, `customer_identity_changed`, or a word we do not know. */
  event: z.string(),
  /** In the provider's words. */
  body: z.string(),
  /** The old and the new number or user id, where it is about one. */
  previous: z.string().optional(),
  next: z.string().optional(),
});
