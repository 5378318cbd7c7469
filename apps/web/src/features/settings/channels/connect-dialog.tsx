import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { CheckResult } from './check-result.tsx';
import { type CredentialField, useCredentialFields } from './credential-fields.tsx';
import { type ChannelValues, useConnectChannel } from './use-connect-channel.tsx';

/** Every value is checked against Meta by itself, and the answer stands beside it. */
export function ConnectDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const fields = useCredentialFields();
  const form = useForm<ChannelValues>({
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
  const channel = useConnectChannel(onClose);
  const isBusy = channel.isChecking || channel.isConnecting;
  return (
    <Dialog onClose={onClose} size="lg" title={<Trans>Connect a number</Trans>} closeOnClickOutside={false}>
      <form onSubmit={form.onSubmit((values) => channel.connect(values))}>
        <Stack gap="md">
          {channel.problem === null ? null : <ProblemCard problem={channel.problem} />}
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
              <CheckResult
                check={channel.checks.find((item) => item.field === field.name)}
                isChecking={isBusy}
              />
            </div>
          ))}
          <Group justify="flex-end">
            <Button
              variant="default"
              loading={channel.isChecking}
              disabled={channel.isConnecting}
              onClick={() => {
                if (!form.validate().hasErrors) channel.check(form.getValues());
              }}
            >
              <Trans>Check only</Trans>
            </Button>
            <Button type="submit" loading={channel.isConnecting} disabled={channel.isChecking}>
              <Trans>Check and connect</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
