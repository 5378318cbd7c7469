import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { HookDelivery } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, CircleDashed, RotateCw, X } from 'lucide-react';
import { client } from '../../lib/client.ts';
import { formatDateTime } from '../../lib/format-time.ts';
import { useLanguage } from '../../lib/i18n.ts';
import { notify, useNotifyProblem } from '../../lib/notify.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { AnswerWords } from './answer-words.tsx';
import { eventNameOf } from './event-names.ts';
import styles from './hooks.module.css';

interface DeliveryRowProps {
  readonly hookId: string;
  readonly delivery: HookDelivery;
}

const signs = {
  pending: { icon: CircleDashed, says: msg`To be delivered` },
  delivered: { icon: Check, says: msg`Delivered` },
  given_up: { icon: X, says: msg`Given up` },
} as const satisfies Record<HookDelivery['state'], unknown>;

/** One event: what became of it, what the other side answered, and sending it again. */
export function DeliveryRow({ hookId, delivery }: DeliveryRowProps) {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const onError = useNotifyProblem();
  const { eventId, eventType, occurredAt, state, attempts, nextAt, lastStatus, lastProblem } = delivery;
  const replay = useMutation({
    mutationFn: () => client.call('replayHookDelivery', { params: { hookId, eventId } }),
    onSuccess: () => {
      void notify({ message: <Trans>It is being delivered again, under the same id.</Trans> });
      for (const queryKey of [queryKeys.hooks, queryKeys.hookDeliveries(hookId)]) {
        void queryClient.invalidateQueries({ queryKey });
      }
    },
    onError,
  });
  const { icon: Icon, says } = signs[state];
  const name = eventNameOf(eventType);
  const when = formatDateTime(occurredAt, language);
  return (
    <li className={styles.delivery}>
      <span className={styles.sign} data-state={state}>
        <Icon size={15} aria-hidden />
      </span>
      <div className={styles.words}>
        <p className={styles.deliveryName}>{name === null ? eventType : i18n._(name)}</p>
        <p className={styles.quiet}>
          {i18n._(says)} · {when} · <code>{eventType}</code>
        </p>
        {attempts === 0 ? null : (
          <p className={styles.quiet}>
            <Plural value={attempts} one="# attempt" other="# attempts" />
            {lastStatus === null && lastProblem === null ? null : (
              <>
                {' · '}
                <AnswerWords status={lastStatus} problem={lastProblem} />
              </>
            )}
            {nextAt === null || lastProblem === null ? null : (
              <>
                {' · '}
                <Trans>again on {formatDateTime(nextAt, language)}</Trans>
              </>
            )}
          </p>
        )}
      </div>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<RotateCw size={14} aria-hidden />}
        loading={replay.isPending}
        onClick={() => replay.mutate()}
        aria-label={t`Send again: ${eventType}, ${when}`}
      >
        <Trans>Send again</Trans>
      </Button>
    </li>
  );
}
