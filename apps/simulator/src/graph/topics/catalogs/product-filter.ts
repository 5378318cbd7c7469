import { z } from 'zod';
import type { CatalogItem } from './product-fields.ts';

type Filter = (item: CatalogItem) => boolean;

/** What a field is held against; all that an item names must hold. */
const ruleSchema = z
  .strictObject({
    eq: z.string().optional(),
    contains: z.string().optional(),
    i_contains: z.string().optional(),
    is_any: z.array(z.string()).optional(),
  })
  .transform(
    ({ eq, contains, i_contains: part, is_any: any }) =>
      (text: string) =>
        (eq === undefined || text === eq) &&
        (contains === undefined || text.includes(contains)) &&
        (part === undefined || text.toLowerCase().includes(part.toLowerCase())) &&
        (any === undefined || any.includes(text)),
  );

const inner = z.lazy(() => productFilterSchema);

/**
 * Rules on names and retailer ids, joined by `and` and `or`: the part of Meta's filter language by which products are
 * searched. (Meta, "Product Catalog Products", 2026)
 */
export const productFilterSchema: z.ZodType<Filter> = z
  .strictObject({
    and: z.array(inner).optional(),
    or: z.array(inner).optional(),
    name: ruleSchema.optional(),
    retailer_id: ruleSchema.optional(),
  })
  .transform(
    ({ and = [], or, name, retailer_id: retailerId }): Filter =>
      (item) =>
        and.every((filter) => filter(item)) &&
        (or === undefined || or.some((filter) => filter(item))) &&
        (name === undefined || name(item.name)) &&
        (retailerId === undefined || retailerId(item.retailerId)),
  );
