import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ChannelProvider } from '@renkei/contract';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { CheckResult } from './check-result.tsx';
import { type ProviderForm, useProviderForms } from './credential-fields.tsx';
import type { ChannelConnecting, ChannelValues } from './use-connect-channel.tsx';

interface ProviderDialogProps {
  readonly title: ReactNode;
  readonly action: ReactNode;
  readonly children?: ReactNode;
  readonly initialProvider: ChannelProvider;
  /** Whether the number can be given a name. */
  readonly takesName: boolean;
  readonly connecting: ChannelConnecting;
  readonly onClose: () => void;
}

/** The provider first, then its values: each is checked by itself, and the answer stands beside it. */
export function ProviderDialog(props: ProviderDialogProps) {
  const { t } = useLingui();
  const { title, children, initialProvider, connecting, onClose } = props;
  const forms = useProviderForms();
  const [provider, setProvider] = useState<ChannelProvider>(initialProvider);
  const chosen = forms.find((form) => form.provider === provider);
  return (
    <Dialog onClose={onClose} size="lg" title={title} closeOnClickOutside={false}>
      <Stack gap="md">
        {children}
        <Radio.Group
          label={t`Provider`}
          value={provider}
          onChange={(value) => {
            const next = forms.find((form) => form.provider === value);
            if (!next) return;
            setProvider(next.provider);
            connecting.forget();
          }}
        >
          <Stack gap="xs" mt="xs">
            {forms.map((form) => (
              <Radio
                key={form.provider}
                value={form.provider}
                label={form.label}
                description={form.description}
              />
            ))}
          </Stack>
        </Radio.Group>
        {chosen ? <Values key={provider} form={chosen} {...props} /> : null}
      </Stack>
    </Dialog>
  );
}

function Values({
  form: providerForm,
  action,
  takesName,
  connecting,
}: ProviderDialogProps & { readonly form: ProviderForm }) {
  const { t } = useLingui();
  const { provider, fields } = providerForm;
  const form = useForm<ChannelValues>({
    mode: 'uncontrolled',
    initialValues: Object.fromEntries(['name', ...fields.map(({ name }) => name)].map((name) => [name, ''])),
    validate: Object.fromEntries(
      fields.map(({ name, shape, optional }) => [
        name,
        (value: string | undefined) => {
          const text = value?.trim() ?? '';
          if (text === '') return optional ? null : t`This value is required`;
          return shape && !shape.pattern.test(text) ? shape.says : null;
        },
      ]),
    ),
  });
  const isBusy = connecting.isChecking || connecting.isConnecting;
  const checkOf = (field: string) => connecting.checks.find((check) => check.field === field);
  return (
    <form onSubmit={form.onSubmit((values) => connecting.connect(provider, values))}>
      <Stack gap="md">
        {connecting.problem === null ? null : <ProblemCard problem={connecting.problem} />}
        {takesName ? (
          <TextInput
            label={t`Name (optional)`}
            description={t`What the team calls this number; its verified name otherwise`}
            maxLength={120}
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
        ) : null}
        {fields.map((field) => (
          <div key={field.name}>
            <field.input
              label={field.label}
              description={field.where}
              autoComplete="off"
              spellCheck={false}
              key={form.key(field.name)}
              {...form.getInputProps(field.name)}
            />
            <CheckResult check={checkOf(field.name)} isChecking={isBusy} />
          </div>
        ))}
        <CheckResult check={checkOf('webhook')} isChecking={false} />
        <Group justify="flex-end">
          <Button
            variant="default"
            loading={connecting.isChecking}
            disabled={connecting.isConnecting}
            onClick={() => {
              if (!form.validate().hasErrors) connecting.check(provider, form.getValues());
            }}
          >
            <Trans>Check only</Trans>
          </Button>
          <Button type="submit" loading={connecting.isConnecting} disabled={connecting.isChecking}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
