import { infiniteQueryOptions } from '@tanstack/react-query';
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

function startOfList(): string | undefined {
  return undefined;
}
