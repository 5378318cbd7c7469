import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Select } from '@mantine/core';
import { type Member, roles } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../lib/client.ts';
import { useNotifyProblem } from '../../lib/notify.ts';
import { usePermission, useSession } from '../../lib/queries.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Hint } from '../../ui/hint.tsx';
import styles from './members.module.css';
import { roleNames } from './role-names.ts';

interface MemberRowProps {
  readonly member: Member;
  readonly canManage: boolean;
}

export function MemberRow({ member, canManage }: MemberRowProps) {
  const { t, i18n } = useLingui();
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  const { member: self } = useSession();
  const canManageOwners = usePermission('owner.manage');
  const [isRemoving, setIsRemoving] = useState(false);
  const refetch = () => queryClient.invalidateQueries({ queryKey: queryKeys.members });
  const params = { memberId: member.id };
  const update = useMutation({
    mutationFn: (role: Member['role']) => client.call('updateMember', { params, body: { role } }),
    onSuccess: refetch,
    onError: notifyProblem,
  });
  const remove = useMutation({
    mutationFn: () => client.call('removeMember', { params }),
    onSuccess: refetch,
    onError: notifyProblem,
    onSettled: () => setIsRemoving(false),
  });
  const isSelf = member.id === self.id;
  const mayChange = canManage && (canManageOwners || member.role !== 'owner');
  const offered = roles.filter((role) => canManageOwners || role !== 'owner' || member.role === 'owner');
  return (
    <li className={styles.row}>
      <Avatar name={member.name} seed={member.id} />
      <div className={styles.who}>
        <p className={styles.name}>{isSelf ? <Trans>{member.name} (you)</Trans> : member.name}</p>
        <p className={styles.quiet}>{member.email}</p>
      </div>
      <Select
        w={160}
        aria-label={t`Role of ${member.name}`}
        data={offered.map((role) => ({ value: role, label: i18n._(roleNames[role]) }))}
        value={member.role}
        onChange={(role) => role !== null && update.mutate(role)}
        allowDeselect={false}
        disabled={!mayChange || update.isPending}
      />
      {mayChange && !isSelf ? (
        <Hint label={t`Remove ${member.name}`}>
          <ActionIcon
            variant="subtle"
            color="shu"
            onClick={() => setIsRemoving(true)}
            aria-label={t`Remove ${member.name}`}
          >
            <UserMinus size={17} aria-hidden />
          </ActionIcon>
        </Hint>
      ) : null}
      {isRemoving ? (
        <ConfirmDialog
          title={<Trans>Remove {member.name}?</Trans>}
          action={<Trans>Remove</Trans>}
          isBusy={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={() => setIsRemoving(false)}
        >
          <Trans>All their sessions end at once. What they wrote stays.</Trans>
        </ConfirmDialog>
      ) : null}
    </li>
  );
}
