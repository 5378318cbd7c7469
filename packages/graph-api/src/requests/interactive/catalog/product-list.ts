import { z } from 'zod';
import { messageLimits } from '../../limits.ts';
import { catalogId } from '../../values.ts';
import { bodyOf, footer, textHeader } from '../parts.ts';
import { productSections } from './product-sections.ts';

/** Up to 30 products of the catalog; the header is required. (Meta, "Share products with customers", 2026) */
export const productListMessage = z.strictObject({
  type: z.literal('product_list'),
  header: textHeader,
  body: bodyOf(messageLimits.interactiveBody),
  footer: footer.optional(),
  action: z.strictObject({ catalog_id: catalogId, sections: productSections }),
});
