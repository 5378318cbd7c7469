import {
  catalogList,
  nextCursor,
  type ProductFilter,
  type ProductNode,
  parseCatalogPrice,
  productList,
} from '@renkei/graph-api';
import type {
  ProviderCatalog,
  ProviderProduct,
  ProviderProductPage,
  ProviderProductQuery,
} from '../../port.ts';
import type { GraphCaller } from './graph-caller.ts';

/** An account sells from one catalog at most. (Meta, "Sell Products & Services", 2026) */
export async function findCatalog(caller: GraphCaller, wabaId: string): Promise<ProviderCatalog | null> {
  const query = { fields: 'id,name' };
  const { data } = await caller.call({ path: `/${wabaId}/product_catalogs`, query }, catalogList);
  const [catalog] = data;
  return catalog === undefined ? null : { catalogId: catalog.id, name: catalog.name ?? catalog.id };
}

export async function listProducts(
  caller: GraphCaller,
  catalogId: string,
  { search, productIds, after, limit }: ProviderProductQuery,
): Promise<ProviderProductPage> {
  const filter = filterOf({ search, productIds });
  const query = {
    fields: 'id,retailer_id,name,price,currency,image_url,availability',
    limit: String(limit),
    ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }),
    ...(after === undefined ? {} : { after }),
  };
  const answer = await caller.call({ path: `/${catalogId}/products`, query }, productList);
  return {
    products: answer.data.flatMap((node) => toProduct(catalogId, node)),
    next: nextCursor(answer) ?? null,
  };
}

function filterOf({
  search,
  productIds,
}: Pick<ProviderProductQuery, 'search' | 'productIds'>): ProductFilter | undefined {
  const rules: ProductFilter[] = [];
  if (productIds !== undefined) rules.push({ retailer_id: { is_any: productIds } });
  if (search !== undefined) {
    rules.push({ or: [{ name: { i_contains: search } }, { retailer_id: { i_contains: search } }] });
  }
  return rules.length > 1 ? { and: rules } : rules[0];
}

/** What has no id of the retailer's cannot be named in a message. */
function toProduct(catalogId: string, node: ProductNode): readonly ProviderProduct[] {
  const { retailer_id: productId, name, price, currency, image_url: pictureUrl, availability } = node;
  if (productId === undefined) return [];
  const amountMicros =
    price === undefined || currency === undefined ? undefined : parseCatalogPrice(price, currency);
  return [
    {
      catalogId,
      productId,
      name: name ?? productId,
      price: currency === undefined || amountMicros === undefined ? null : { currency, amountMicros },
      pictureUrl: pictureUrl ?? null,
      availability: availability ?? null,
    },
  ];
}
