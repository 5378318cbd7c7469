import * as z from 'zod';
import { foreignId, productSection, shownText } from '../parts.ts';

/** One product of the connected catalog. */
export const productContent = z.object({
  kind: z.literal('product'),
  body: shownText.optional(),
  footer: shownText.optional(),
  catalogId: foreignId,
  productId: foreignId,
});

/** Up to thirty products in up to ten sections. */
export const productListContent = z.object({
  kind: z.literal('product_list'),
  header: shownText,
  body: shownText,
  footer: shownText.optional(),
  catalogId: foreignId,
  sections: z.array(productSection).min(1).max(10),
});

/** Two to ten products to swipe through. */
export const productCarouselContent = z.object({
  kind: z.literal('product_carousel'),
  body: shownText,
  catalogId: foreignId,
  productIds: z.array(foreignId).min(1).max(10),
});

/** A button that opens the whole catalog. */
export const catalogContent = z.object({
  kind: z.literal('catalog'),
  body: shownText,
  footer: shownText.optional(),
  thumbnailProductId: foreignId.optional(),
});
