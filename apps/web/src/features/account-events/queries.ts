import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import type { AccountEventsSearch } from './account-events-search.ts';

export function accountEventsQuery(search: AccountEventsSearch) {
  return infiniteQueryOptions({
    queryKey: [...queryKeys.accountEvents, 'list', search],
    queryFn: ({ pageParam, signal }) =>
      client.call('listAccountEvents', { query: { ...search, cursor: pageParam }, signal }),
    initialPageParam: startOfList(),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export const quarantineQuery = queryOptions({
  queryKey: queryKeys.quarantine,
  queryFn: ({ signal }) => client.call('listQuarantine', { signal }),
});

function startOfList(): string | undefined {
  return undefined;
}
