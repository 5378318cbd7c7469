import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import type { SendingSettings } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client } from '../../../lib/client.ts';
import { problemOf } from '../../../lib/problem.ts';
import { usePermission } from '../../../lib/queries.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { AmountRules } from './amount-rules.tsx';
import { ConsentRules } from './consent-rules.tsx';
import { QuietHoursRules } from './quiet-hours-rules.tsx';
import styles from './sending-rules.module.css';

export function SendingRulesForm({ settings }: { readonly settings: SendingSettings }) {
  const queryClient = useQueryClient();
  const canManage = usePermission('sending.manage');
  const [draft, setDraft] = useState(settings);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(settings);
  const update = useMutation({
    mutationFn: () => client.call('updateSendingSettings', { body: draft }),
    onSuccess: (updated) => {
      queryClient.setQueryData(queryKeys.sendingSettings, updated);
      setDraft(updated);
    },
  });
  const part = {
    settings: draft,
    onChange: (change: Partial<SendingSettings>) => setDraft((former) => ({ ...former, ...change })),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate();
  };
  return (
    <form onSubmit={submit}>
      <fieldset className={styles.parts} disabled={!canManage}>
        <ConsentRules {...part} />
        <QuietHoursRules {...part} />
        <AmountRules {...part} />
      </fieldset>
      {update.isError ? <ProblemCard problem={problemOf(update.error)} /> : null}
      {canManage ? (
        <Group justify="flex-end">
          <output className={styles.saved}>
            {update.isSuccess && !isChanged ? <Trans>Saved</Trans> : null}
          </output>
          <Button type="submit" loading={update.isPending} disabled={!isChanged}>
            <Trans>Save</Trans>
          </Button>
        </Group>
      ) : (
        <p className={styles.saved}>
          <Trans>Owners and administrators can change these rules.</Trans>
        </p>
      )}
    </form>
  );
}
