import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { problemOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/queries.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useUpdateProfile } from './use-update-profile.tsx';

export function AccountForm() {
  const { t } = useLingui();
  const { member } = useSession();
  const form = useForm({ initialValues: { name: member.name, email: member.email, currentPassword: '' } });
  const update = useUpdateProfile(() => form.setFieldValue('currentPassword', ''));
  const isEmailChanged = form.values.email !== member.email;
  const submit = form.onSubmit(({ name, email, currentPassword }) =>
    update.mutate({
      name: name.trim(),
      ...(isEmailChanged ? { email } : {}),
      ...(currentPassword === '' ? {} : { currentPassword }),
    }),
  );
  return (
    <Card title={<Trans>You</Trans>}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {update.isError ? <ProblemCard problem={problemOf(update.error)} /> : null}
          <TextInput
            label={t`Name`}
            required
            withAsterisk={false}
            maxLength={120}
            autoComplete="name"
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t`E-mail address`}
            type="email"
            required
            withAsterisk={false}
            autoComplete="email"
            {...form.getInputProps('email')}
          />
          {isEmailChanged && member.hasPassword ? (
            <PasswordInput
              label={t`Current password`}
              description={t`Required to change the address`}
              autoComplete="current-password"
              {...form.getInputProps('currentPassword')}
            />
          ) : null}
          <Group justify="flex-end">
            <Button type="submit" loading={update.isPending} disabled={!form.isDirty()}>
              <Trans>Save</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
