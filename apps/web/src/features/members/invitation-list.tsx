import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/client.ts';
import { formatDateTime } from '../../lib/format-time.ts';
import { useLanguage } from '../../lib/i18n.ts';
import { useNotifyProblem } from '../../lib/notify.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { Card } from '../../ui/card.tsx';
import styles from './members.module.css';
import { roleNames } from './role-names.ts';

const invitationsQuery = queryOptions({
  queryKey: queryKeys.invitations,
  queryFn: ({ signal }) => client.call('listInvitations', { signal }),
});

export function InvitationList() {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  const invitations = useQuery(invitationsQuery);
  const revoke = useMutation({
    mutationFn: (invitationId: string) => client.call('revokeInvitation', { params: { invitationId } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.invitations }),
    onError: notifyProblem,
  });
  const items = invitations.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={<Trans>Open invitations</Trans>}>
      <ul className={styles.list}>
        {items.map(({ id, email, role, expiresAt }) => (
          <li key={id} className={styles.row}>
            <div className={styles.who}>
              <p className={styles.name}>{email}</p>
              <p className={styles.quiet}>
                {i18n._(roleNames[role])} · <Trans>until {formatDateTime(expiresAt, language)}</Trans>
              </p>
            </div>
            <Button
              size="xs"
              variant="default"
              onClick={() => revoke.mutate(id)}
              aria-label={t`Take back the invitation of ${email}`}
            >
              <Trans>Take back</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
