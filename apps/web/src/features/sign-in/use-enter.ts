import type { Session } from '@renkei/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { queryKeys } from '../../lib/query-keys.ts';

/** Goes in with a fresh session: to where the member was, else home. */
export function useEnter(next?: string): (session: Session) => void {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  return (session) => {
    queryClient.setQueryData(queryKeys.session, session);
    if (next !== undefined && isOwnPath(next)) router.history.replace(next);
    else void navigate({ to: '/', replace: true });
  };
}

/** A link must not lead out of this site: `//evil.example` is an address of another one. */
export function isOwnPath(next: string): boolean {
  return /^\/(?![/\\])/.test(next) && !/[\u0000-\u001f]/.test(next);
}
