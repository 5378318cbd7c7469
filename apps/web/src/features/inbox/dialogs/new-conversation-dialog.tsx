import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { client } from '../../../lib/client.ts';
import { problemOf } from '../../../lib/problem.ts';
import { channelsQuery } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { storeConversation } from '../data/apply-inbox-events.ts';

export function NewConversationDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog onClose={onClose} title={<Trans>New conversation</Trans>}>
      <NewConversationForm onDone={onClose} />
    </Dialog>
  );
}

interface Values {
  readonly channelId: string;
  readonly to: string;
  readonly name: string;
}

function NewConversationForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const channels = useQuery(channelsQuery);
  const options = (channels.data?.items ?? [])
    .filter(({ state }) => state !== 'disconnected')
    .map(({ id, name, displayPhoneNumber }) => ({ value: id, label: `${name} · ${displayPhoneNumber}` }));
  const form = useForm<Values>({ initialValues: { channelId: '', to: '', name: '' } });
  const channelId = form.values.channelId || (options[0]?.value ?? '');
  const start = useMutation({
    mutationFn: ({ to, name }: Values) =>
      client.call('startConversation', {
        body: { channelId, to, ...(name.trim() === '' ? {} : { name: name.trim() }) },
      }),
    onSuccess: (conversation) => {
      storeConversation(queryClient, conversation);
      onDone();
      void navigate({ to: '/inbox/$conversationId', params: { conversationId: conversation.id } });
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => start.mutate(values))}>
      <Stack gap="sm">
        {start.isError ? <ProblemCard problem={problemOf(start.error)} /> : null}
        <Select
          label={t`From which number`}
          data={options}
          value={channelId}
          onChange={(value) => form.setFieldValue('channelId', value ?? '')}
          allowDeselect={false}
          nothingFoundMessage={t`No channel is connected yet`}
        />
        <TextInput
          label={t`Telephone number or user ID of the customer`}
          description={t`With + and the country code; or a WhatsApp user ID, such as JP.1A2B3C`}
          placeholder="+81 90 1234 5678"
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
          {...form.getInputProps('to')}
        />
        <TextInput label={t`Name (optional)`} maxLength={120} {...form.getInputProps('name')} />
        <Button type="submit" loading={start.isPending} disabled={channelId === ''}>
          <Trans>Open the conversation</Trans>
        </Button>
      </Stack>
    </form>
  );
}
