import { z } from 'zod';

/** Products of a list message or a multi-product button, in sections. */
export const productSectionsSchema = z.array(
  z.looseObject({
    title: z.string().optional(),
    product_items: z.array(z.looseObject({ product_retailer_id: z.string() })),
  }),
);

export type ProductSections = z.infer<typeof productSectionsSchema>;
