import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ChannelCheck, ChannelCredentials } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { notify } from '../../../lib/notify.ts';
import { problemOf } from '../../../lib/problem.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { CheckResult } from './check-result.tsx';
import { type CredentialField, useCredentialFields } from './credential-fields.tsx';

interface Values extends ChannelCredentials {
  readonly name: string;
}

/** Every value is checked against Meta by itself, and the answer stands beside it. */
export function ConnectDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const fields = useCredentialFields();
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: {
      name: '',
      accessToken: '',
      phoneNumberId: '',
      wabaId: '',
      appSecret: '',
      verifyToken: '',
    },
    validate: Object.fromEntries(
      fields.map(({ name, isDigits }) => [
        name,
        (value: string) => {
          if (value.trim() === '') return t`This value is required`;
          return isDigits && !/^\d{5,30}$/.test(value.trim())
            ? t`An id of digits only, not the telephone number`
            : null;
        },
      ]),
    ),
  });
  const check = useMutation({
    mutationFn: (body: ChannelCredentials) => client.call('checkChannel', { body }),
  });
  const connect = useMutation({
    mutationFn: ({ name, ...body }: Values) =>
      client.call('connectChannel', {
        body: { ...body, ...(name.trim() === '' ? {} : { name: name.trim() }) },
      }),
    onSuccess: ({ channel }) => {
      if (channel === null) return;
      void queryClient.invalidateQueries({ queryKey: queryKeys.channels });
      void notify({ message: <Trans>{channel.displayPhoneNumber} is connected.</Trans> });
      onClose();
    },
  });
  const latest = connect.submittedAt > check.submittedAt ? connect : check;
  const checks: readonly ChannelCheck[] = latest.data?.checks ?? [];
  const isBusy = check.isPending || connect.isPending;
  return (
    <Dialog onClose={onClose} size="lg" title={<Trans>Connect a number</Trans>} closeOnClickOutside={false}>
      <form onSubmit={form.onSubmit((values) => connect.mutate(values))}>
        <Stack gap="md">
          {latest.isError ? <ProblemCard problem={problemOf(latest.error)} /> : null}
          <TextInput
            label={t`Name (optional)`}
            description={t`What the team calls this number; Meta’s verified name otherwise`}
            maxLength={120}
            data-autofocus
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          {fields.map((field: CredentialField) => (
            <div key={field.name}>
              <field.input
                label={field.label}
                description={field.where}
                autoComplete="off"
                spellCheck={false}
                key={form.key(field.name)}
                {...form.getInputProps(field.name)}
              />
              <CheckResult check={checks.find((item) => item.field === field.name)} isChecking={isBusy} />
            </div>
          ))}
          <Group justify="flex-end">
            <Button
              variant="default"
              loading={check.isPending}
              disabled={connect.isPending}
              onClick={() => {
                if (!form.validate().hasErrors) check.mutate(credentialsOf(form.getValues()));
              }}
            >
              <Trans>Check only</Trans>
            </Button>
            <Button type="submit" loading={connect.isPending} disabled={check.isPending}>
              <Trans>Check and connect</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function credentialsOf(values: Values): ChannelCredentials {
  const { accessToken, phoneNumberId, wabaId, appSecret, verifyToken } = values;
  return { accessToken, phoneNumberId, wabaId, appSecret, verifyToken };
}
