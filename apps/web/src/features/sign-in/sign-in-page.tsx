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

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useLingui();
  const { next } = route.useSearch();
  const enter = useEnter(next);
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } });
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => client.call('signIn', { body }),
    onSuccess: enter,
  });
  return (
    <AuthFrame title={<Trans>Sign in</Trans>}>
      <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        <Stack gap="md">
          {signIn.isError ? <ProblemCard problem={problemOf(signIn.error)} /> : null}
          <TextInput
            label={t`E-mail address`}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t`Password`}
            autoComplete="current-password"
            required
            withAsterisk={false}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" loading={signIn.isPending}>
            <Trans>Sign in</Trans>
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
