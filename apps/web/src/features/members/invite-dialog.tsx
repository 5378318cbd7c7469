import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Role, roleSchema, roles } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/client.ts';
import { problemOf } from '../../lib/problem.ts';
import { usePermission } from '../../lib/queries.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import styles from './members.module.css';
import { roleDescriptions, roleNames } from './role-names.ts';

interface Values {
  readonly email: string;
  readonly role: Role;
}

export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useLingui();
  const queryClient = useQueryClient();
  const canManageOwners = usePermission('owner.manage');
  const form = useForm<Values>({ initialValues: { email: '', role: 'agent' } });
  const invite = useMutation({
    mutationFn: (body: Values) => client.call('createInvitation', { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.invitations }),
  });
  if (invite.isSuccess) return <InvitationLink {...invite.data} onClose={onClose} />;
  return (
    <Dialog onClose={onClose} title={<Trans>Invite a member</Trans>}>
      <form onSubmit={form.onSubmit((values) => invite.mutate(values))}>
        <Stack gap="md">
          {invite.isError ? <ProblemCard problem={problemOf(invite.error)} /> : null}
          <TextInput
            label={t`E-mail address`}
            description={t`They sign in with it. No e-mail is sent: you pass the link on.`}
            type="email"
            required
            withAsterisk={false}
            data-autofocus
            {...form.getInputProps('email')}
          />
          <Radio.Group
            label={t`Role`}
            value={form.values.role}
            onChange={(value) => form.setFieldValue('role', roleSchema.parse(value))}
          >
            <Stack gap="xs" mt={4}>
              {roles
                .filter((role) => canManageOwners || role !== 'owner')
                .toReversed()
                .map((role) => (
                  <Radio
                    key={role}
                    value={role}
                    label={i18n._(roleNames[role])}
                    description={i18n._(roleDescriptions[role])}
                  />
                ))}
            </Stack>
          </Radio.Group>
          <Button type="submit" loading={invite.isPending}>
            <Trans>Create the link</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}

interface InvitationLinkProps {
  readonly email: string;
  readonly link: string;
  readonly onClose: () => void;
}

function InvitationLink({ email, link, onClose }: InvitationLinkProps) {
  const { t } = useLingui();
  return (
    <Dialog onClose={onClose} title={<Trans>The invitation is ready</Trans>} closeOnClickOutside={false}>
      <Stack gap="md">
        <p style={{ margin: 0 }}>
          <Trans>Give this link to {email}. It works once and is shown only now.</Trans>
        </p>
        <div className={styles.link}>
          <code>{link}</code>
          <CopyButton value={link} label={t`Copy the link`} />
        </div>
        <Button onClick={onClose}>
          <Trans>Done</Trans>
        </Button>
      </Stack>
    </Dialog>
  );
}
