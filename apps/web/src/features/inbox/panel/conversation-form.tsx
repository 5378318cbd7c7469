import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select } from '@mantine/core';
import type { Conversation } from '@renkei/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, RotateCcw } from 'lucide-react';
import { client } from '../../../lib/client.ts';
import { useNotifyProblem } from '../../../lib/notify.ts';
import { membersQuery, useSession } from '../../../lib/queries.ts';
import { storeConversation } from '../data/apply-inbox-events.ts';
import styles from './contact-panel.module.css';

interface Changes {
  readonly assigneeId?: string | null;
  readonly state?: Conversation['state'];
}

/** Who looks after the conversation, and whether it is done. */
export function ConversationForm({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  const { member } = useSession();
  const members = useQuery(membersQuery);
  const update = useMutation({
    mutationFn: (body: Changes) =>
      client.call('updateConversation', { params: { conversationId: conversation.id }, body }),
    onSuccess: (updated) => storeConversation(queryClient, updated),
    onError: notifyProblem,
  });
  const options = (members.data?.items ?? []).map(({ id, name }) => ({
    value: id,
    label: id === member.id ? t`${name} (you)` : name,
  }));
  const isOpen = conversation.state === 'open';
  return (
    <section className={styles.section}>
      <Select
        label={t`Assigned to`}
        placeholder={t`Nobody`}
        data={options}
        value={conversation.assignee?.id ?? null}
        onChange={(assigneeId) => update.mutate({ assigneeId })}
        clearable
        searchable
        comboboxProps={{ withinPortal: true }}
      />
      <Button
        variant="default"
        leftSection={isOpen ? <CircleCheck size={16} aria-hidden /> : <RotateCcw size={16} aria-hidden />}
        loading={update.isPending}
        onClick={() => update.mutate({ state: isOpen ? 'closed' : 'open' })}
      >
        {isOpen ? <Trans>Close the conversation</Trans> : <Trans>Reopen the conversation</Trans>}
      </Button>
    </section>
  );
}
