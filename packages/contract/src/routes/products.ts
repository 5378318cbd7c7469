import * as z from 'zod';
import { foreignId, moneySchema } from '../content/parts.ts';
import { cursorSchema, idSchema } from '../primitives.ts';
import { defineRoute } from '../route.ts';

/** A product as the connected catalog describes it. */
export const productSchema = z.object({
  catalogId: foreignId,
  /** The retailer's own id (SKU), which messages name. */
  productId: foreignId,
  name: z.string(),
  /** Null: the catalog does not say it, or not readably. */
  price: moneySchema.nullable(),
  /** At Meta, for a while. */
  pictureUrl: z.string().nullable(),
  /** Meta's words, such as `in stock`, `out of stock`, `preorder`; null: not said. */
  availability: z.string().nullable(),
});
export type Product = z.infer<typeof productSchema>;

const catalogSchema = z.object({ id: foreignId, name: z.string() });

export const listProducts = defineRoute({
  name: 'listProducts',
  method: 'GET',
  path: '/v1/channels/:channelId/products',
  summary: 'Products of the catalog that is connected to a channel’s account; known for a few minutes',
  access: { permission: 'template.read' },
  params: z.object({ channelId: idSchema }),
  query: z.object({
    /** In names and ids. */
    search: z.string().max(200).optional(),
    /** Only these, separated by commas; at most thirty. Ids that the catalog does not know are left out. */
    productIds: z.string().max(31_000).optional(),
    cursor: cursorSchema.optional(),
  }),
  response: z.object({
    /** Null: no catalog is connected to the account. */
    catalog: catalogSchema.nullable(),
    items: z.array(productSchema),
    nextCursor: cursorSchema.nullable(),
  }),
  errors: ['not_found', 'channel_not_sending', 'catalog_not_readable', 'graph_unreachable'],
});
