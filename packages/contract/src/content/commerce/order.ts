import * as z from 'zod';
import { anyText, foreignId, moneySchema } from '../parts.ts';

/** A cart the customer sent. Prices are those the customer saw. */
export const orderContent = z.object({
  kind: z.literal('order'),
  catalogId: foreignId,
  note: anyText.optional(),
  items: z.array(
    z.object({ productId: foreignId, quantity: z.number().int().min(0), unitPrice: moneySchema }),
  ),
});
