import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NumberInput, Stack, Switch } from '@mantine/core';
import { type Channel, coexistencePerSecond, type NumberSettings } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client } from '../../../lib/client.ts';
import { notify } from '../../../lib/notify.ts';
import { problemOf } from '../../../lib/problem.ts';
import { providerNames } from '../../../lib/provider-names.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import styles from './channel-card.module.css';

interface SendingFormProps {
  readonly channel: Channel;
  readonly settings: NumberSettings;
  readonly canManage: boolean;
  readonly onSaved: () => void;
}

/** The most that a setting takes. */
const fastest = 1000;

export function SendingForm({ channel, settings, canManage, onSaved }: SendingFormProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(settings);
  const change = (part: Partial<NumberSettings>) => setDraft((former) => ({ ...former, ...part }));
  const update = useUpdate(channel, onSaved);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate(draft);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {update.isError ? <ProblemCard problem={problemOf(update.error)} /> : null}
        <Rates channel={channel} set={draft.messagesPerSecond} />
        <fieldset className={styles.fields} disabled={!canManage}>
          <NumberInput
            label={t`Messages per second`}
            description={t`Empty: as the provider allows. Set less to spare a system behind it; set more only if the provider has raised it and does not tell.`}
            min={1}
            max={channel.onBusinessApp ? coexistencePerSecond : fastest}
            clampBehavior="strict"
            allowDecimal={false}
            value={draft.messagesPerSecond ?? ''}
            onChange={(given) => change({ messagesPerSecond: typeof given === 'number' ? given : null })}
          />
          <Switch
            label={t`Wait for delivery before the next message to the same person`}
            description={t`Keeps the order even where WhatsApp does not: each message waits until the one before it was delivered, 20 seconds at most. It takes longer.`}
            checked={draft.waitsForDelivery}
            onChange={({ currentTarget }) => change({ waitsForDelivery: currentTarget.checked })}
          />
          <Switch
            label={t`Send campaign messages once more when nobody knows whether they arrived`}
            description={t`Off: each waits for your decision. On: some customers may get such a message twice. Replies and automations always wait for a person.`}
            checked={draft.requeuesUnconfirmed}
            onChange={({ currentTarget }) => change({ requeuesUnconfirmed: currentTarget.checked })}
          />
        </fieldset>
        {canManage ? (
          <Group justify="flex-end">
            <Button
              type="submit"
              loading={update.isPending}
              disabled={JSON.stringify(draft) === JSON.stringify(settings)}
            >
              <Trans>Save</Trans>
            </Button>
          </Group>
        ) : (
          <p className={styles.hint}>
            <Trans>Owners and administrators can change this.</Trans>
          </p>
        )}
      </Stack>
    </form>
  );
}

/** What the provider told beside what counts, and why the one may be less than was set. */
function Rates({ channel, set }: { readonly channel: Channel; readonly set: number | null }) {
  const provider = providerNames[channel.provider];
  const wanted = set ?? channel.messagesPerSecond;
  const counting = channel.onBusinessApp ? Math.min(wanted, coexistencePerSecond) : wanted;
  return (
    <>
      <dl className={styles.rates}>
        <div>
          <dt>
            <Trans>{provider} allows</Trans>
          </dt>
          <dd>
            <Trans>{channel.messagesPerSecond} per second</Trans>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Set here</Trans>
          </dt>
          <dd>{set === null ? <Trans>nothing</Trans> : <Trans>{set} per second</Trans>}</dd>
        </div>
        <div>
          <dt>
            <Trans>So it sends at most</Trans>
          </dt>
          <dd>
            <strong>
              <Trans>{counting} per second</Trans>
            </strong>
          </dd>
        </div>
      </dl>
      {channel.onBusinessApp ? (
        <p className={styles.notice}>
          <Trans>
            This number is also used in the WhatsApp Business app. Meta fixes such numbers at{' '}
            {coexistencePerSecond} messages per second, because everything is also written to the phone; more
            would only be refused. So less can be set here, but never more.
          </Trans>
        </p>
      ) : null}
      {!channel.onBusinessApp && counting > channel.messagesPerSecond ? (
        <p className={styles.notice}>
          <Trans>
            That is more than {provider} has told. What is too fast is refused and tried again more slowly;
            nothing is lost.
          </Trans>
        </p>
      ) : null}
    </>
  );
}

function useUpdate({ id: channelId }: Channel, onSaved: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: NumberSettings) =>
      client.call('updateNumberSettings', { params: { channelId }, body }),
    onSuccess: (saved) => {
      queryClient.setQueryData(queryKeys.numberSettings(channelId), saved);
      void queryClient.invalidateQueries({ queryKey: queryKeys.health });
      void notify({ message: <Trans>Saved. It counts from the next message on.</Trans> });
      onSaved();
    },
  });
}
