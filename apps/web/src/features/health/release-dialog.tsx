import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Radio, Stack } from '@mantine/core';
import type { Health } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../lib/client.ts';
import { useLanguage } from '../../lib/i18n.ts';
import { notify } from '../../lib/notify.ts';
import { problemOf } from '../../lib/problem.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { formatCount } from './format-count.ts';
import styles from './health.module.css';
import { useWhen } from './use-when.ts';

interface ReleaseDialogProps {
  readonly hold: NonNullable<Health['hold']>;
  readonly waiting: number;
  readonly onClose: () => void;
}

/** Says what will happen, and asks of a restored system what shall become of its queue. */
export function ReleaseDialog({ hold, waiting, onClose }: ReleaseDialogProps) {
  const [sendsQueued, setSendsQueued] = useState(false);
  const release = useRelease(onClose);
  return (
    <Dialog onClose={onClose} title={<Trans>Let this system send again?</Trans>}>
      <Stack gap="md">
        {release.isError ? <ProblemCard problem={problemOf(release.error)} /> : null}
        {hold.reason === 'restored' ? (
          <QueueChoice hold={hold} waiting={waiting} sendsQueued={sendsQueued} onChange={setSendsQueued} />
        ) : (
          <p className={styles.plain}>
            <Trans>What waits goes out at once, in its order.</Trans>
          </p>
        )}
        <p className={styles.note}>
          <Trans>The audit log notes that you decided this, and when.</Trans>
        </p>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            <Trans>Cancel</Trans>
          </Button>
          <Button color="shu" onClick={() => release.mutate(sendsQueued)} loading={release.isPending}>
            <Trans>Release sending</Trans>
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

interface QueueChoiceProps {
  readonly hold: NonNullable<Health['hold']>;
  readonly waiting: number;
  readonly sendsQueued: boolean;
  readonly onChange: (sendsQueued: boolean) => void;
}

function QueueChoice({ hold, waiting, sendsQueued, onChange }: QueueChoiceProps) {
  const { t } = useLingui();
  const when = useWhen();
  const language = useLanguage();
  return (
    <>
      <p className={styles.plain}>
        {hold.backupTakenAt === null ? null : (
          <Trans>Whatever was sent after the backup of {when(hold.backupTakenAt)} is not known here.</Trans>
        )}{' '}
        <Plural
          value={waiting}
          _0="Nothing is waiting to be sent."
          one="# message is waiting to be sent."
          other={`${formatCount(waiting, language)} messages are waiting to be sent.`}
        />
      </p>
      <Radio.Group
        label={t`What shall become of what waits?`}
        value={sendsQueued ? 'send' : 'decide'}
        onChange={(value) => onChange(value === 'send')}
      >
        <Stack gap="xs" mt={4}>
          <Radio
            value="decide"
            label={t`Nothing goes out by itself`}
            description={t`Each is listed as unconfirmed, and a person decides whether to send it again.`}
          />
          <Radio
            value="send"
            label={t`Send it`}
            description={t`Only if you know that nothing was sent after the backup, as in a planned move. Else customers get messages twice.`}
          />
        </Stack>
      </Radio.Group>
    </>
  );
}

function useRelease(onReleased: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (sendsQueued: boolean) => client.call('releaseHold', { body: { sendsQueued } }),
    onSuccess: ({ unconfirmed }) => {
      void notify({
        title: <Trans>This system sends again.</Trans>,
        message:
          unconfirmed === 0 ? null : (
            <Plural
              value={unconfirmed}
              one="# message waits for your decision: see “Messages to look at”."
              other="# messages wait for your decision: see “Messages to look at”."
            />
          ),
      });
      for (const queryKey of [queryKeys.health, queryKeys.unsettled]) {
        void queryClient.invalidateQueries({ queryKey });
      }
      onReleased();
    },
  });
}
