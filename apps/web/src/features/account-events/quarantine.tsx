import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { client } from '../../lib/client.ts';
import { formatBytes } from '../../lib/format-size.ts';
import { formatDateTime } from '../../lib/format-time.ts';
import { useLanguage } from '../../lib/i18n.ts';
import { notify, useNotifyProblem } from '../../lib/notify.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { Card } from '../../ui/card.tsx';
import styles from './account-events.module.css';
import { quarantineQuery } from './queries.ts';

/** Webhooks that could not be processed. They are kept, and can be tried again. */
export function Quarantine() {
  const { t } = useLingui();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  const quarantine = useQuery(quarantineQuery);
  const replay = useMutation({
    mutationFn: (rawEventId: string) => client.call('replayQuarantined', { params: { rawEventId } }),
    onSuccess: () => {
      void notify({ message: <Trans>It is being processed again.</Trans> });
      void queryClient.invalidateQueries({ queryKey: queryKeys.quarantine });
    },
    onError: notifyProblem,
  });
  const items = quarantine.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={<Trans>Quarantine</Trans>}>
      <p className={styles.note}>
        <Trans>
          These webhooks could not be processed. Nothing is lost: fix the cause, then process them again.
        </Trans>
      </p>
      <ul className={styles.list}>
        {items.map(({ id, reason, attempts, receivedAt, sizeBytes }) => (
          <li key={id} className={styles.quarantined}>
            <div className={styles.reason}>
              <p>{reason}</p>
              <p className={styles.time}>
                #{id} · {formatDateTime(receivedAt, language)} · {formatBytes(sizeBytes)} ·{' '}
                <Plural value={attempts} one="# attempt" other="# attempts" />
              </p>
            </div>
            <Button
              size="xs"
              variant="default"
              leftSection={<RotateCw size={14} aria-hidden />}
              loading={replay.isPending && replay.variables === id}
              onClick={() => replay.mutate(id)}
              aria-label={t`Process again: #${id}`}
            >
              <Trans>Process again</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
