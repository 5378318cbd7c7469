import { createHash } from 'node:crypto';
import type { Product } from '../../world/entities.ts';
import type { World } from '../../world/world.ts';
import { requirePhoneNumber } from '../require-phone-number.ts';
import { sampleProducts } from './sample-products.ts';

/** A product as the phone shows it. `price` in whole units of `currency`. */
export interface ShownProduct {
  readonly retailerId: string;
  readonly name: { readonly en: string; readonly ja: string };
  readonly price: number;
  readonly currency: string;
}

export interface Assortment {
  readonly catalogId: string;
  readonly products: readonly ShownProduct[];
}

/**
 * Products by their ids, or everything there is when none are asked for: of the catalog that is connected to the
 * account, or of a small sample where none is. An id nobody knows is shown too, always with the same price.
 */
export function listProducts(
  world: World,
  phoneNumberId: string,
  catalogId: string,
  ids: readonly string[],
): Assortment {
  const { wabaId } = requirePhoneNumber(world, phoneNumberId);
  const { catalog, currency = 'USD' } = world.wabas.get(wabaId) ?? {};
  const known = new Map(catalog?.products.map((product) => [product.retailerId, showProduct(product)]));
  const all = catalog ? [...known.keys()] : sampleProducts.map(({ retailerId }) => retailerId);
  return {
    catalogId: catalogId || catalog?.id || sampleCatalogId(wabaId),
    products: (ids.length > 0 ? ids : all).map((id) => known.get(id) ?? makeUpProduct(id, currency)),
  };
}

function showProduct({ retailerId, name, priceMicros, currency }: Product): ShownProduct {
  return { retailerId, name: { en: name, ja: name }, price: priceMicros / 1_000_000, currency };
}

/** Currencies without cents, of those a business can be billed in. */
const withoutCents: ReadonlySet<string> = new Set(['JPY', 'KRW', 'CLP', 'IDR', 'VND']);

function makeUpProduct(retailerId: string, currency: string): ShownProduct {
  const sample = sampleProducts.find((product) => product.retailerId === retailerId);
  const words = readable(retailerId);
  const steps = 4 + (digestOf(retailerId) % 60);
  return {
    retailerId,
    name: sample?.name ?? { en: words, ja: words },
    price: withoutCents.has(currency) ? steps * 120 : steps + 0.5,
    currency,
  };
}

/** `TEAPOT-BLUE-900` reads as "Teapot Blue 900". */
function readable(retailerId: string): string {
  const words = retailerId.split(/[-_.\s]+/).filter((word) => word !== '');
  const capitalise = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  return words.map(capitalise).join(' ') || retailerId;
}

function sampleCatalogId(wabaId: string): string {
  return String(600_000_000_000_000 + (digestOf(wabaId) % 1_000_000_000));
}

function digestOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE();
}
