import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Message } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { client } from '../../../../lib/client.ts';
import { useNotifyProblem } from '../../../../lib/notify.ts';
import { ProblemCard } from '../../../../ui/problem-card.tsx';
import { storeMessage } from '../../data/apply-inbox-events.ts';
import styles from './message-problem.module.css';

/** Why a message did not go, or is not known to have gone, and what can be done. */
export function MessageProblem({ message }: { readonly message: Message }) {
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  const resend = useMutation({
    mutationFn: () => client.call('resendMessage', { params: { messageId: message.id }, body: {} }),
    onSuccess: (sent) => storeMessage(queryClient, sent),
    onError: notifyProblem,
  });
  const isUnsure = message.state === 'unsure';
  if (message.problem === null && !isUnsure) return null;
  return (
    <div className={styles.root}>
      {message.problem === null ? (
        <p className={styles.note}>
          <Trans>
            The answer was lost on the way. We are finding out whether it was accepted; it is not sent twice.
          </Trans>
        </p>
      ) : (
        <ProblemCard problem={message.problem}>
          {message.canResend ? (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<RotateCw size={14} aria-hidden />}
              loading={resend.isPending}
              onClick={() => resend.mutate()}
            >
              {message.state === 'unconfirmed' ? (
                <Trans>Send again (may arrive twice)</Trans>
              ) : (
                <Trans>Send again</Trans>
              )}
            </Button>
          ) : undefined}
        </ProblemCard>
      )}
    </div>
  );
}
