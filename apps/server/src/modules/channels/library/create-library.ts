import type { Product, WhatsAppFlow } from '@renkei/contract';
import { LRUCache } from 'lru-cache';
import type { Connections } from '../connections.ts';
import type { ProviderCatalog, ProviderProductQuery } from '../port.ts';
import { readOrExplain } from './read-or-explain.ts';

/** What an account has at its provider that messages can name: WhatsApp Flows, and products of its catalog. */
export interface Library {
  listFlows(workspaceId: string, channelId: string): Promise<readonly WhatsAppFlow[]>;
  listProducts(
    workspaceId: string,
    channelId: string,
    query: Omit<ProviderProductQuery, 'limit'>,
  ): Promise<ProductPage>;
}

interface ProductPage {
  readonly catalog: { readonly id: string; readonly name: string } | null;
  readonly items: readonly Product[];
  readonly nextCursor: string | null;
}

/** People search and scroll in it, threads look names up; Meta need not be asked each time. */
const freshForMs = 3 * 60 * 1000;
const pageSize = 30;

/** Asks the provider for what is not known from the last minutes. Failures are not kept. */
export function createLibrary(connections: Connections, nowMs: () => number): Library {
  const known = new LRUCache<string, { readonly value: Promise<unknown> }>({
    max: 1_000,
    ttl: freshForMs,
    perf: { now: nowMs },
  });
  function remember<Value>(key: readonly unknown[], read: () => Promise<Value>): Promise<Value> {
    const name = JSON.stringify(key);
    const kept = known.get(name);
    // Every key is only ever used with one kind of value: its first part names it.
    if (kept) return kept.value as Promise<Value>;
    const value = read();
    known.set(name, { value });
    value.catch(() => known.delete(name));
    return value;
  }

  return {
    async listFlows(workspaceId, channelId) {
      // Opened each time: whose channel it is, and whether it is still connected, is never remembered.
      const { provider, credentialsVersion } = await connections.open(workspaceId, channelId);
      return remember(['flows', channelId, credentialsVersion], async () => {
        const flows = await readOrExplain('flows_not_readable', () => provider.listFlows());
        return flows.map(({ flowId, name, status, categories }) => ({
          id: flowId,
          name,
          status: status.toLowerCase(),
          categories: categories.map((category) => category.toLowerCase()),
        }));
      });
    },

    async listProducts(workspaceId, channelId, query) {
      const { provider, credentialsVersion } = await connections.open(workspaceId, channelId);
      const place = [channelId, credentialsVersion];
      const catalog = await remember<ProviderCatalog | null>(['catalog', ...place], () =>
        readOrExplain('catalog_not_readable', () => provider.findCatalog()),
      );
      if (catalog === null) return { catalog, items: [], nextCursor: null };
      const { catalogId, name } = catalog;
      const page = await remember(['products', ...place, catalogId, query], () =>
        readOrExplain('catalog_not_readable', () =>
          provider.listProducts(catalogId, { ...query, limit: pageSize }),
        ),
      );
      return { catalog: { id: catalogId, name }, items: page.products, nextCursor: page.next };
    },
  };
}
