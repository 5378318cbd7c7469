import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { membersQuery, usePermission } from '../../lib/queries.ts';
import { Card } from '../../ui/card.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryProblem } from '../../ui/query-problem.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberRow } from './member-row.tsx';
import styles from './members.module.css';

export function MembersPage() {
  const members = useQuery(membersQuery);
  const canManage = usePermission('member.manage');
  const [isInviting, setIsInviting] = useState(false);
  const inviteButton = canManage ? (
    <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={() => setIsInviting(true)}>
      <Trans>Invite a member</Trans>
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={<Trans>Members</Trans>} action={inviteButton}>
        <Trans>Who works in this workspace, and what they can do.</Trans>
      </PageHeader>
      {members.isPending ? (
        <LoadingState>
          <Trans>Loading members…</Trans>
        </LoadingState>
      ) : null}
      <QueryProblem query={members} />
      {members.data === undefined ? null : (
        <Card>
          <ul className={styles.list}>
            {members.data.items.map((member) => (
              <MemberRow key={member.id} member={member} canManage={canManage} />
            ))}
          </ul>
        </Card>
      )}
      {canManage ? <InvitationList /> : null}
      {isInviting ? <InviteDialog onClose={() => setIsInviting(false)} /> : null}
    </>
  );
}
