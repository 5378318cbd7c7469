import { z } from 'zod';
import type { JsonObject } from '../world/entities.ts';

/** Where a message came from, as its bubble says it. */
export interface ShownMarks {
  readonly forwarded?: 'once' | 'often' | undefined;
  readonly referral?: object | undefined;
  readonly referredProduct?: { readonly catalogId: string; readonly productRetailerId: string } | undefined;
}

const contextSchema = z.looseObject({
  forwarded: z.boolean().optional(),
  frequently_forwarded: z.boolean().optional(),
  referred_product: z
    .looseObject({ catalog_id: z.string(), product_retailer_id: z.string() })
    .transform((product) => ({
      catalogId: product.catalog_id,
      productRetailerId: product.product_retailer_id,
    }))
    .optional(),
});

const extraSchema = z.looseObject({
  context: contextSchema.optional(),
  referral: z.looseObject({}).optional(),
});

/** The marks among the further keys of Meta's message object. */
export function readMarks(extra: JsonObject | undefined): ShownMarks {
  const parsed = extraSchema.safeParse(extra ?? {});
  if (!parsed.success) return {};
  const { context, referral } = parsed.data;
  const often = context?.frequently_forwarded;
  const forwarded = often ? 'often' : context?.forwarded ? 'once' : undefined;
  return { forwarded, referral, referredProduct: context?.referred_product };
}
