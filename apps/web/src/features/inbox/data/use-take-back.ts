import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { useNotifyProblem } from '../../../lib/notify.ts';
import { storeMessage } from './apply-inbox-events.ts';

interface TakeBack {
  readonly takeBack: (messageId: string) => void;
  readonly isBusy: boolean;
}

/** Cancels a message that is still queued; one that is on its way meanwhile stays so, and that is said. */
export function useTakeBack(): TakeBack {
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  const cancel = useMutation({
    mutationFn: (messageId: string) => client.call('cancelMessage', { params: { messageId }, body: {} }),
    onSuccess: (message) => storeMessage(queryClient, message),
    onError: notifyProblem,
  });
  return { takeBack: cancel.mutate, isBusy: cancel.isPending };
}
