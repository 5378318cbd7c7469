import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { type Hook, type HookEventType, hookEventTypes } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client } from '../../lib/client.ts';
import { problemOf } from '../../lib/problem.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { eventNames } from './event-names.ts';
import { SecretDialog } from './secret-dialog.tsx';

interface HookDialogProps {
  /** Left out: a new one. */
  readonly hook?: Hook;
  readonly onClose: () => void;
}

/** What most systems want to know. */
const usualEvents: readonly HookEventType[] = ['message.received', 'message.updated'];

/** The address, and what it is told. A new hook shows its secret afterwards. */
export function HookDialog({ hook, onClose }: HookDialogProps) {
  const { t, i18n } = useLingui();
  const queryClient = useQueryClient();
  const [url, setUrl] = useState(hook?.url ?? '');
  const [description, setDescription] = useState(hook?.description ?? '');
  const [eventTypes, setEventTypes] = useState<readonly HookEventType[]>(hook?.eventTypes ?? usualEvents);
  const save = useMutation({
    mutationFn: async () => {
      const body = { url: url.trim(), description: description.trim() || null, eventTypes: [...eventTypes] };
      if (hook === undefined) return (await client.call('createHook', { body })).secret;
      await client.call('updateHook', { params: { hookId: hook.id }, body });
      return null;
    },
    onSuccess: (secret) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.hooks });
      if (secret === null) onClose();
    },
  });
  if (save.data) return <SecretDialog secret={save.data} onClose={onClose} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog
      onClose={onClose}
      title={hook === undefined ? <Trans>Add a hook</Trans> : <Trans>Change the hook</Trans>}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {save.isError ? <ProblemCard problem={problemOf(save.error)} /> : null}
          <TextInput
            label={t`Address`}
            description={t`An https address on the internet that takes POST`}
            placeholder="https://example.com/renkei"
            type="url"
            inputMode="url"
            autoComplete="off"
            maxLength={2000}
            required
            withAsterisk={false}
            data-autofocus
            value={url}
            onChange={({ currentTarget }) => setUrl(currentTarget.value)}
          />
          <TextInput
            label={t`Name (optional)`}
            description={t`By which you recognise it, such as the name of the system`}
            maxLength={200}
            value={description}
            onChange={({ currentTarget }) => setDescription(currentTarget.value)}
          />
          <Checkbox.Group
            label={t`What it is told`}
            value={[...eventTypes]}
            onChange={(chosen) => setEventTypes(hookEventTypes.filter((type) => chosen.includes(type)))}
          >
            <Stack gap="xs" mt={4}>
              {hookEventTypes.map((type) => (
                <Checkbox key={type} label={i18n._(eventNames[type])} description={type} value={type} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={url.trim() === '' || eventTypes.length === 0}
          >
            {hook === undefined ? <Trans>Add</Trans> : <Trans>Save</Trans>}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
