import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { client } from '../../lib/client.ts';
import { problemOf } from '../../lib/problem.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { AuthFrame } from './auth-frame.tsx';
import { useEnter } from './use-enter.ts';

const route = getRouteApi('/invitation');
const minimumPasswordLength = 10;

export function InvitationPage() {
  const { t } = useLingui();
  const { token } = route.useSearch();
  const enter = useEnter();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', password: '' },
    validate: {
      password: (value) => (value.length < minimumPasswordLength ? t`At least 10 characters` : null),
    },
  });
  const accept = useMutation({
    mutationFn: (values: { name: string; password: string }) =>
      client.call('acceptInvitation', { body: { token, ...values } }),
    onSuccess: enter,
  });
  return (
    <AuthFrame title={<Trans>You are invited</Trans>}>
      <form onSubmit={form.onSubmit((values) => accept.mutate(values))}>
        <Stack gap="md">
          {accept.isError ? <ProblemCard problem={problemOf(accept.error)} /> : null}
          <TextInput
            label={t`Your name`}
            description={t`Your colleagues see it beside what you send.`}
            autoComplete="name"
            required
            withAsterisk={false}
            maxLength={120}
            autoFocus
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <PasswordInput
            label={t`Password`}
            description={t`At least 10 characters`}
            autoComplete="new-password"
            required
            withAsterisk={false}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" loading={accept.isPending}>
            <Trans>Join</Trans>
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
