import { z } from 'zod';
import { phoneKind } from './kind.ts';

const itemSchema = z.strictObject({
  productRetailerId: z.string().min(1),
  quantity: z.int().min(1),
  itemPrice: z.number().min(0),
  currency: z.string().length(3),
});

/** A cart that was sent. Prices are those the phone showed. */
export const orderKind = phoneKind({
  schema: z.strictObject({
    catalogId: z.string().min(1),
    text: z.string().optional(),
    items: z.array(itemSchema).min(1),
  }),
  build: ({ catalogId, text, items }) => ({
    type: 'order',
    content: {
      catalog_id: catalogId,
      ...(text ? { text } : {}),
      product_items: items.map(({ productRetailerId, quantity, itemPrice, currency }) => ({
        product_retailer_id: productRetailerId,
        quantity,
        item_price: itemPrice,
        currency,
      })),
    },
  }),
});
