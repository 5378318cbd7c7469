import { z } from 'zod';
import { messageLimits } from '../../limits.ts';
import { retailerId } from '../../values.ts';
import { bodyOf, footer } from '../parts.ts';

/** A button that opens the whole catalog, with one product as its picture. (Meta, "Catalog messages", 2026) */
export const catalogMessage = z.strictObject({
  type: z.literal('catalog_message'),
  body: bodyOf(messageLimits.interactiveBody),
  footer: footer.optional(),
  action: z.strictObject({
    name: z.literal('catalog_message'),
    parameters: z.strictObject({ thumbnail_product_retailer_id: retailerId.optional() }).optional(),
  }),
});
