import * as z from 'zod';

/** The postal address a customer gave. Names of the fields are the provider's. */
export const addressReplyContent = z.object({
  kind: z.literal('address_reply'),
  body: z.string(),
  savedAddressId: z.string().nullable(),
  values: z.record(z.string(), z.string()),
});
