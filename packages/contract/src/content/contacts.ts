import * as z from 'zod';

const address = z.object({
  street: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  zip: z.string().optional(),
  country: z.string().optional(),
  label: z.string().optional(),
});

/** A contact card. `name` is the whole name as it is shown; its parts may be known beside it. */
const contactCard = z.object({
  name: z.string(),
  nameParts: z
    .object({
      prefix: z.string().optional(),
      first: z.string().optional(),
      middle: z.string().optional(),
      last: z.string().optional(),
      suffix: z.string().optional(),
    })
    .optional(),
  phones: z.array(
    z.object({ number: z.string(), waId: z.string().optional(), label: z.string().optional() }),
  ),
  emails: z.array(z.string()),
  organisation: z.string().optional(),
  department: z.string().optional(),
  jobTitle: z.string().optional(),
  addresses: z.array(address).optional(),
  urls: z.array(z.string()).optional(),
  /** `YYYY-MM-DD`. */
  birthday: z.string().optional(),
});
export type ContactCard = z.infer<typeof contactCard>;

/** Source: Meta, Cloud API, contacts messages: 1 to 257 cards (2025-12). */
export const contactsContent = z.object({
  kind: z.literal('contacts'),
  cards: z.array(contactCard).min(1).max(257),
  /** True when the card answers `contact_info_request`. */
  requested: z.boolean().optional(),
});
