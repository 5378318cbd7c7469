import { client } from '../lib/client.ts';
import { queryClient } from './query-client.ts';

/** Ends the session here. A whole new page, so that nothing of it stays in memory. */
export function useSignOut(): () => void {
  return () => {
    void client.call('signOut').finally(() => {
      queryClient.clear();
      location.assign('/sign-in');
    });
  };
}
