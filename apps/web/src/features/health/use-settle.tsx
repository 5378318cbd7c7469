import { Plural } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/client.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { notify, useNotifyProblem } from '../../lib/notify.ts';
import { queryKeys } from '../../lib/query-keys.ts';

interface Settle {
  readonly resend: (messageIds: readonly string[]) => void;
  readonly dismiss: (messageIds: readonly string[]) => void;
  readonly isBusy: boolean;
}

/** Sends chosen messages again or leaves them as they are, and says what came of it. */
export function useSettle(onDone: () => void): Settle {
  const queryClient = useQueryClient();
  const localized = useLocalized();
  const onError = useNotifyProblem();
  const onSettled = () => {
    onDone();
    for (const queryKey of [queryKeys.health, queryKeys.unsettled]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  };
  const resend = useMutation({
    mutationFn: (messageIds: readonly string[]) =>
      client.call('resendMessages', { body: { messageIds: [...messageIds] } }),
    onSuccess: ({ resent, refused }) => {
      const count = resent.length;
      if (count > 0) {
        void notify({
          message: <Plural value={count} one="# message is sent again." other="# messages are sent again." />,
        });
      }
      const [first] = refused;
      if (first !== undefined) {
        void notify({
          color: 'shu',
          title: (
            <Plural
              value={refused.length}
              one="# message was not sent again"
              other="# messages were not sent again"
            />
          ),
          message: `${localized(first.problem.title)} ${localized(first.problem.remedy)}`,
          autoClose: 10_000,
        });
      }
    },
    onError,
    onSettled,
  });
  const dismiss = useMutation({
    mutationFn: (messageIds: readonly string[]) =>
      client.call('dismissMessages', { body: { messageIds: [...messageIds] } }),
    onSuccess: ({ dismissed }) => {
      const count = dismissed.length;
      void notify({
        message: (
          <Plural value={count} one="# message is left as it is." other="# messages are left as they are." />
        ),
      });
    },
    onError,
    onSettled,
  });
  return { resend: resend.mutate, dismiss: dismiss.mutate, isBusy: resend.isPending || dismiss.isPending };
}
