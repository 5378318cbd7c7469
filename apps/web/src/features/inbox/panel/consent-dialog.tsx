import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type ConsentPurpose, type Conversation, recordedSources } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client } from '../../../lib/client.ts';
import { problemOf } from '../../../lib/problem.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { describeWindow } from '../data/describe-window.ts';
import { useSend } from '../data/use-send.ts';

interface ConsentDialogProps {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

type Action = 'opt_in' | 'opt_out' | 'ask';

/** Notes what the contact has decided, with its proof; or asks them, in words that are kept. */
export function ConsentDialog({ conversation, onClose }: ConsentDialogProps) {
  const { t } = useLingui();
  const [action, setAction] = useState<Action>('opt_in');
  const [purpose, setPurpose] = useState<ConsentPurpose>('marketing');
  return (
    <Dialog onClose={onClose} title={<Trans>Consent of {conversation.contact.name}</Trans>}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t`What to do`}
          value={action}
          onChange={(value) => setAction(value)}
          data={[
            { value: 'opt_in' as const, label: t`They agreed` },
            { value: 'opt_out' as const, label: t`They stopped` },
            { value: 'ask' as const, label: t`Ask them` },
          ]}
        />
        <Select
          label={t`What it is about`}
          data={[
            { value: 'marketing', label: t`Marketing` },
            { value: 'utility', label: t`Utility messages` },
            { value: 'all', label: t`Everything` },
          ]}
          value={purpose}
          onChange={(value) => setPurpose(value === 'utility' || value === 'all' ? value : 'marketing')}
          allowDeselect={false}
        />
        {action === 'ask' ? (
          <AskForm conversation={conversation} purpose={purpose} onDone={onClose} />
        ) : (
          <RecordForm
            contactId={conversation.contact.id}
            decision={action}
            purpose={purpose}
            onDone={onClose}
          />
        )}
      </Stack>
    </Dialog>
  );
}

interface RecordFormProps {
  readonly contactId: string;
  readonly decision: 'opt_in' | 'opt_out';
  readonly purpose: ConsentPurpose;
  readonly onDone: () => void;
}

type RecordedSource = (typeof recordedSources)[number];

function RecordForm({ contactId, decision, purpose, onDone }: RecordFormProps) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const [source, setSource] = useState<RecordedSource>('in_person');
  const [evidence, setEvidence] = useState('');
  const record = useMutation({
    mutationFn: () =>
      client.call('recordConsent', {
        params: { contactId },
        body: { purpose, decision, source, evidence },
      }),
    onSuccess: (consent) => {
      queryClient.setQueryData(queryKeys.consent(contactId), consent);
      onDone();
    },
  });
  const sourceNames: Readonly<Record<RecordedSource, string>> = {
    website: t`On a website`,
    app: t`In an app`,
    phone: t`In a phone call`,
    sms: t`By SMS`,
    in_person: t`In person`,
    import: t`In imported records`,
    other: t`Another way`,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {record.isError ? <ProblemCard problem={problemOf(record.error)} /> : null}
        <Select
          label={t`How you know`}
          data={recordedSources.map((value) => ({ value, label: sourceNames[value] }))}
          value={source}
          onChange={(value) => setSource(recordedSources.find((known) => known === value) ?? 'other')}
          allowDeselect={false}
        />
        <TextInput
          label={t`Proof`}
          description={t`The form, the document, or the words they used.`}
          maxLength={1000}
          value={evidence}
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={record.isPending}>
            <Trans>Note it</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface AskFormProps {
  readonly conversation: Conversation;
  readonly purpose: ConsentPurpose;
  readonly onDone: () => void;
}

/** Sends the question as a message, and keeps its words for the proof. */
function AskForm({ conversation, purpose, onDone }: AskFormProps) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const send = useSend(conversation.id);
  const contactId = conversation.contact.id;
  const [wording, setWording] = useState(
    t`May we send you our news and offers here on WhatsApp? Reply YES or NO. You can stop at any time with STOP.`,
  );
  const isOpen = describeWindow(conversation.window, useNow(10_000)).kind === 'open';
  const ask = useMutation({
    mutationFn: () => client.call('askForConsent', { params: { contactId }, body: { purpose, wording } }),
    onSuccess: (consent) => {
      queryClient.setQueryData(queryKeys.consent(contactId), consent);
      send({ content: { kind: 'text', body: wording } });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {ask.isError ? <ProblemCard problem={problemOf(ask.error)} /> : null}
        <Textarea
          label={t`Question`}
          description={
            isOpen
              ? t`It is sent as a message; for seven days a plain YES or NO counts as the answer.`
              : t`The window is closed: ask when the customer has written.`
          }
          autosize
          minRows={3}
          maxLength={1000}
          value={wording}
          onChange={(event) => setWording(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={ask.isPending} disabled={!isOpen || wording.trim() === ''}>
            <Trans>Send the question</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
