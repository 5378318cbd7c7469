import { RenkeiError } from '@renkei/sdk';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { queryKeys } from '../lib/query-keys.ts';

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      // Events say what has changed; until one does, what we have is the present.
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failureCount, error) => failureCount < 2 && isWorthRetrying(error),
    },
  },
});

function isWorthRetrying(error: unknown): boolean {
  return error instanceof RenkeiError && (error.code === 'network_unreachable' || error.status >= 500);
}

/** The session has ended elsewhere: forget what it showed and ask for a new one. */
function leaveWhenSignedOut(error: unknown): void {
  const isOver = error instanceof RenkeiError && error.code === 'unauthenticated';
  if (!isOver || queryClient.getQueryData(queryKeys.session) === undefined) return;
  const next = `${location.pathname}${location.search}`;
  queryClient.clear();
  location.assign(`/sign-in?next=${encodeURIComponent(next)}`);
}
