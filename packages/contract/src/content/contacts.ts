import * as z from 'zod';

/** A contact card, reduced to what people read: the whole card stays in the raw event. */
const contactCard = z.object({
  name: z.string(),
  phones: z.array(
    z.object({ number: z.string(), waId: z.string().optional(), label: z.string().optional() }),
  ),
  emails: z.array(z.string()),
  organisation: z.string().optional(),
});

/** Source: Meta, Cloud API, contacts messages: 1 to 257 cards (2025-12). */
export const contactsContent = z.object({
  kind: z.literal('contacts'),
  cards: z.array(contactCard).min(1).max(257),
});
