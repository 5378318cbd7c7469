import type { UnsettledState } from '@renkei/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

/** Queues change by themselves all the time: looked at anew so often while the page is visible. */
export const lookEveryMs = 5_000;

export function unsettledQuery(state: UnsettledState) {
  return infiniteQueryOptions({
    queryKey: [...queryKeys.unsettled, state],
    queryFn: ({ pageParam, signal }) =>
      client.call('listUnsettledMessages', { query: { state, cursor: pageParam }, signal }),
    initialPageParam: startOfList(),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: lookEveryMs,
  });
}

export const quarantineQuery = queryOptions({
  queryKey: queryKeys.quarantine,
  queryFn: ({ signal }) => client.call('listQuarantine', { signal }),
});

function startOfList(): string | undefined {
  return undefined;
}
