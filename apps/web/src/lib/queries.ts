/** What more than one feature reads. */
import { type Permission, roleHasPermission, type Session } from '@renkei/contract';
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { client } from './client.ts';
import { queryKeys } from './query-keys.ts';

export const sessionQuery = queryOptions({
  queryKey: queryKeys.session,
  queryFn: ({ signal }) => client.call('getSession', { signal }),
  staleTime: 5 * 60_000,
});

export const channelsQuery = queryOptions({
  queryKey: queryKeys.channels,
  queryFn: ({ signal }) => client.call('listChannels', { signal }),
  staleTime: 60_000,
});

export const membersQuery = queryOptions({
  queryKey: queryKeys.members,
  queryFn: ({ signal }) => client.call('listMembers', { signal }),
  staleTime: 60_000,
});

/** The session of a page behind sign-in; the router has fetched it before. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

export function usePermission(permission: Permission): boolean {
  const session = useQuery(sessionQuery).data;
  return session !== undefined && roleHasPermission(session.member.role, permission);
}
