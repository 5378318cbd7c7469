import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { problemOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/queries.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useUpdateProfile } from './use-update-profile.tsx';

const minimumLength = 10;

export function PasswordForm() {
  const { t } = useLingui();
  const { member } = useSession();
  const form = useForm({
    initialValues: { password: '', currentPassword: '' },
    validate: { password: (value) => (value.length < minimumLength ? t`At least 10 characters` : null) },
  });
  const update = useUpdateProfile(() => form.reset());
  const submit = form.onSubmit(({ password, currentPassword }) =>
    update.mutate({ password, ...(member.hasPassword ? { currentPassword } : {}) }),
  );
  return (
    <Card title={member.hasPassword ? <Trans>Change the password</Trans> : <Trans>Set a password</Trans>}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {member.hasPassword ? null : (
            <p style={{ margin: 0 }}>
              <Trans>
                You signed in with a one-time link. Set a password to sign in again without a new one.
              </Trans>
            </p>
          )}
          {update.isError ? <ProblemCard problem={problemOf(update.error)} /> : null}
          <input type="hidden" autoComplete="username" value={member.email} readOnly />
          {member.hasPassword ? (
            <PasswordInput
              label={t`Current password`}
              autoComplete="current-password"
              required
              withAsterisk={false}
              {...form.getInputProps('currentPassword')}
            />
          ) : null}
          <PasswordInput
            label={t`New password`}
            description={t`At least 10 characters`}
            autoComplete="new-password"
            required
            withAsterisk={false}
            {...form.getInputProps('password')}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={update.isPending} disabled={!form.isDirty()}>
              <Trans>Save the password</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
