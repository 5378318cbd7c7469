import { z } from 'zod';
import { decoration, wireId } from '../../wire.ts';
import { listAnswer } from '../paging.ts';

/** `GET /{waba-id}/product_catalogs`: the catalog that is connected to the account, one at most. */
export const catalogList = listAnswer(z.looseObject({ id: wireId, name: decoration(z.string()) }));

/**
 * An item of `GET /{catalog-id}/products`. What is sent in messages is `retailer_id`, not `id`.
 * (Meta, "Product Catalog Products", 2026)
 */
export const productNode = z.looseObject({
  id: wireId,
  retailer_id: decoration(wireId),
  name: decoration(z.string()),
  /** As people read it: `¥1,200`, `$1,048.50`; with the currency's sign somewhere. See `parseCatalogPrice`. */
  price: decoration(z.string()),
  currency: decoration(z.string().regex(/^[A-Z]{3}$/)),
  image_url: decoration(z.string()),
  /** `in stock`, `out of stock`, `preorder` …; open. */
  availability: decoration(z.string()),
});
export type ProductNode = z.infer<typeof productNode>;

export const productList = listAnswer(productNode);

/** `filter` of `GET /{catalog-id}/products`: rules on fields, joined by `and` or `or`; as JSON in the query. */
export type ProductFilter =
  | { readonly or: readonly ProductFilter[] }
  | { readonly and: readonly ProductFilter[] }
  | { readonly [field in 'name' | 'retailer_id']?: ProductFilterRule };

export type ProductFilterRule =
  | { readonly i_contains: string }
  | { readonly eq: string }
  | { readonly is_any: readonly string[] };

const microsPerUnit = 1_000_000;
const mostDecimals = 3;

/**
 * Millionths of a unit of the currency in a price written for people, or undefined where it cannot be read. The last
 * sign is the decimal one if no more digits follow it than the currency has decimals; every other one groups.
 */
export function parseCatalogPrice(price: string, currency: string): number | undefined {
  const written = /\d[\d.,\s'’]*/.exec(price)?.[0].trim();
  if (written === undefined) return undefined;
  const decimals = decimalsOf(currency);
  const [, whole = written, fraction = ''] =
    (decimals > 0 && new RegExp(`^(.*)[.,](\\d{1,${decimals}})$`).exec(written)) || [];
  const digits = whole.replace(/\D/g, '');
  return Math.round(Number(`${digits}.${fraction}`) * microsPerUnit);
}

function decimalsOf(currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return Math.min(maximumFractionDigits, mostDecimals);
}
