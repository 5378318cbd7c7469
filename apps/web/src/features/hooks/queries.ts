import type { HookDelivery } from '@renkei/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

/** While something is still to be told, it is looked at anew so often. */
const lookEveryMs = 3_000;

export const hooksQuery = queryOptions({
  queryKey: queryKeys.hooks,
  queryFn: ({ signal }) => client.call('listHooks', { signal }),
  refetchInterval: ({ state }) =>
    state.data?.items.some(({ pending }) => pending > 0) ? lookEveryMs : false,
});

/** Undefined: whatever became of it. */
export function deliveriesQuery(hookId: string, state: HookDelivery['state'] | undefined) {
  return infiniteQueryOptions({
    queryKey: [...queryKeys.hookDeliveries(hookId), state],
    queryFn: ({ pageParam, signal }) =>
      client.call('listHookDeliveries', {
        params: { hookId },
        query: { state, cursor: pageParam, limit: 10 },
        signal,
      }),
    initialPageParam: startOfList(),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: lookEveryMs,
  });
}

function startOfList(): string | undefined {
  return undefined;
}
