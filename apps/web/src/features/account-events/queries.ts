import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

export const accountEventsQuery = infiniteQueryOptions({
  queryKey: queryKeys.accountEvents,
  queryFn: ({ pageParam, signal }) =>
    client.call('listAccountEvents', { query: { cursor: pageParam }, signal }),
  initialPageParam: startOfList(),
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

export const quarantineQuery = queryOptions({
  queryKey: queryKeys.quarantine,
  queryFn: ({ signal }) => client.call('listQuarantine', { signal }),
});

function startOfList(): string | undefined {
  return undefined;
}
