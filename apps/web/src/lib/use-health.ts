import { queryOptions, useQuery } from '@tanstack/react-query';
import { client } from './client.ts';
import { usePermission } from './queries.ts';
import { queryKeys } from './query-keys.ts';

export const healthQuery = queryOptions({
  queryKey: queryKeys.health,
  queryFn: ({ signal }) => client.call('getHealth', { signal }),
});

/** So often is looked whether somebody is needed, while the page is visible. */
const glanceMs = 60_000;

/** Whether something waits for a person: a hold, a number that cannot send, what nobody knows. */
export function useNeedsAttention(): boolean {
  const isAllowed = usePermission('operations.read');
  const { data } = useQuery({
    ...healthQuery,
    enabled: isAllowed,
    refetchInterval: glanceMs,
    staleTime: glanceMs,
    select: ({ needsAttention }) => needsAttention,
  });
  return data === true;
}
