import type { Product } from '@renkei/contract';
import { client } from '../../../lib/client.ts';

/** As many as one request takes. */
const batchSize = 30;

interface Batch {
  readonly ids: Set<string>;
  readonly answered: Promise<readonly Product[]>;
}

const open = new Map<string, Batch>();

/** One product by its id, null where the catalog does not know it. All that are asked for at once share a request. */
export async function lookUpProduct(channelId: string, productId: string): Promise<Product | null> {
  const batch = openBatch(channelId);
  batch.ids.add(productId);
  if (batch.ids.size >= batchSize) open.delete(channelId);
  const products = await batch.answered;
  return products.find((product) => product.productId === productId) ?? null;
}

function openBatch(channelId: string): Batch {
  const begun = open.get(channelId);
  if (begun !== undefined) return begun;
  const ids = new Set<string>();
  const { promise, resolve, reject } = Promise.withResolvers<readonly Product[]>();
  const batch = { ids, answered: promise };
  open.set(channelId, batch);
  setTimeout(() => {
    if (open.get(channelId) === batch) open.delete(channelId);
    askFor(channelId, [...ids]).then(resolve, reject);
  });
  return batch;
}

async function askFor(channelId: string, productIds: readonly string[]): Promise<readonly Product[]> {
  const query = { productIds: productIds.join(',') };
  return (await client.call('listProducts', { params: { channelId }, query })).items;
}
