import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from './client.ts';
import { usePreference, writePreference } from './preferences.ts';
import { usePermission } from './queries.ts';
import { queryKeys } from './query-keys.ts';

const seenKey = 'renkei-critical-seen';

const latestCriticalQuery = queryOptions({
  queryKey: [...queryKeys.accountEvents, 'latest-critical'],
  queryFn: ({ signal }) =>
    client.call('listAccountEvents', { query: { severity: 'critical', limit: 1 }, signal }),
  staleTime: 5 * 60_000,
});

/** Whether the provider reported something critical that nobody has looked at in this browser. */
export function useHasCriticalNews(): boolean {
  const isAllowed = usePermission('accountEvent.read');
  const latest = useQuery({ ...latestCriticalQuery, enabled: isAllowed }).data?.items[0];
  return usePreference(seenKey) !== (latest?.id ?? null) && latest !== undefined;
}

/** The latest is being looked at. */
export function useSeeCriticalNews(): void {
  const latest = useQuery(latestCriticalQuery).data?.items[0];
  useEffect(() => {
    if (latest !== undefined) writePreference(seenKey, latest.id);
  }, [latest]);
}
