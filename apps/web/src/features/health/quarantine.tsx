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
import { QueryProblem } from '../../ui/query-problem.tsx';
import styles from './health.module.css';
import { quarantineQuery } from './queries.ts';

/** Events that could not be processed. They are kept, and can be tried again, one or all. */
export function Quarantine({ count }: { readonly count: number }) {
  const { t } = useLingui();
  const language = useLanguage();
  const quarantine = useQuery({ ...quarantineQuery, enabled: count > 0 });
  const { replay, replayAll } = useReplay();
  const items = quarantine.data?.items ?? [];
  if (count === 0 || (quarantine.isSuccess && items.length === 0)) return null;
  return (
    <Card title={<Trans>Quarantine</Trans>}>
      <p className={styles.calm}>
        <Trans>
          These events from WhatsApp could not be read. Nothing is lost: they are kept as they came. Update
          Renkei or report the reason, then process them again; that never has an effect twice.
        </Trans>
      </p>
      <QueryProblem query={quarantine} />
      {items.length < 2 ? null : (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<RotateCw size={14} aria-hidden />}
          loading={replayAll.isPending}
          onClick={() => replayAll.mutate()}
        >
          <Trans>Process all again</Trans>
        </Button>
      )}
      <ul className={styles.list}>
        {items.map(({ id, reason, attempts, receivedAt, sizeBytes }) => (
          <li key={id} className={styles.message}>
            <div className={styles.words}>
              <p className={styles.preview}>{reason}</p>
              <p className={styles.note}>
                #{id} · {formatDateTime(receivedAt, language)} · {formatBytes(sizeBytes)} ·{' '}
                <Plural value={attempts} one="# attempt" other="# attempts" />
              </p>
            </div>
            <Button
              size="compact-sm"
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

function useReplay() {
  const queryClient = useQueryClient();
  const onError = useNotifyProblem();
  const onSuccess = () => {
    void notify({ message: <Trans>It is being processed again.</Trans> });
    for (const queryKey of [queryKeys.quarantine, queryKeys.health]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  };
  const replay = useMutation({
    mutationFn: (rawEventId: string) => client.call('replayQuarantined', { params: { rawEventId } }),
    onSuccess,
    onError,
  });
  const replayAll = useMutation({
    mutationFn: () => client.call('replayAllQuarantined'),
    onSuccess,
    onError,
  });
  return { replay, replayAll };
}
