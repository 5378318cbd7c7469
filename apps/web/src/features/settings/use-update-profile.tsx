import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/client.ts';
import { notify } from '../../lib/notify.ts';
import { queryKeys } from '../../lib/query-keys.ts';

interface ProfileChanges {
  readonly name?: string;
  readonly email?: string;
  readonly password?: string;
  readonly currentPassword?: string;
}

export function useUpdateProfile(onDone?: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ProfileChanges) => client.call('updateProfile', { body }),
    onSuccess: (session) => {
      queryClient.setQueryData(queryKeys.session, session);
      void queryClient.invalidateQueries({ queryKey: queryKeys.members });
      void notify({ message: <Trans>Saved</Trans> });
      onDone?.();
    },
  });
}
