import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Hook } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound, ListChecks, Pencil, Power, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../lib/client.ts';
import { notify, useNotifyProblem } from '../../lib/notify.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { HookDialog } from './hook-dialog.tsx';
import styles from './hooks.module.css';
import { SecretDialog } from './secret-dialog.tsx';

interface HookActionsProps {
  readonly hook: Hook;
  readonly deliveries: {
    readonly id: string;
    readonly isShown: boolean;
    readonly show: (isShown: boolean) => void;
  };
}

export function HookActions({ hook, deliveries }: HookActionsProps) {
  const [dialog, setDialog] = useState<'edit' | 'secret' | 'delete' | null>(null);
  const close = () => setDialog(null);
  const { test, change, rotate, remove } = useHookActions(hook, {
    onTested: () => deliveries.show(true),
    onGone: close,
  });
  const isOn = hook.state === 'enabled';
  const small = { size: 'xs', variant: 'default' } as const;
  return (
    <div className={styles.actions}>
      <Button
        {...small}
        leftSection={<ListChecks size={15} aria-hidden />}
        onClick={() => deliveries.show(!deliveries.isShown)}
        aria-expanded={deliveries.isShown}
        aria-controls={deliveries.id}
      >
        <Trans>Deliveries</Trans>
      </Button>
      <Button
        {...small}
        leftSection={<Send size={15} aria-hidden />}
        loading={test.isPending}
        onClick={() => test.mutate()}
      >
        <Trans>Send a test</Trans>
      </Button>
      <Button {...small} leftSection={<Pencil size={15} aria-hidden />} onClick={() => setDialog('edit')}>
        <Trans>Change</Trans>
      </Button>
      <Button {...small} leftSection={<KeyRound size={15} aria-hidden />} onClick={() => setDialog('secret')}>
        <Trans>New secret</Trans>
      </Button>
      <Button
        size="xs"
        variant={isOn ? 'default' : 'filled'}
        leftSection={<Power size={15} aria-hidden />}
        loading={change.isPending}
        onClick={() => change.mutate(isOn ? 'disabled' : 'enabled')}
      >
        {isOn ? <Trans>Switch off</Trans> : <Trans>Switch on</Trans>}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        color="shu"
        leftSection={<Trash2 size={15} aria-hidden />}
        onClick={() => setDialog('delete')}
      >
        <Trans>Delete</Trans>
      </Button>
      {dialog === 'edit' ? <HookDialog hook={hook} onClose={close} /> : null}
      {dialog === 'secret' && rotate.data === undefined ? (
        <ConfirmDialog
          title={<Trans>Make a new secret?</Trans>}
          action={<Trans>Make a new secret</Trans>}
          isBusy={rotate.isPending}
          onConfirm={() => rotate.mutate()}
          onClose={close}
        >
          <Trans>
            From now on everything is signed with it. The other system refuses what it is sent until it knows
            the new secret; that is delivered again later.
          </Trans>
        </ConfirmDialog>
      ) : null}
      {rotate.data === undefined ? null : (
        <SecretDialog
          secret={rotate.data.secret}
          onClose={() => {
            close();
            rotate.reset();
          }}
        />
      )}
      {dialog === 'delete' ? (
        <ConfirmDialog
          title={<Trans>Delete this hook?</Trans>}
          action={<Trans>Delete</Trans>}
          isBusy={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={close}
        >
          <Trans>
            {hook.url} is told nothing any more. What is still to be delivered is dropped, and the list of
            deliveries goes as well.
          </Trans>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

function useHookActions(
  { id: hookId }: Hook,
  { onTested, onGone }: { readonly onTested: () => void; readonly onGone: () => void },
) {
  const queryClient = useQueryClient();
  const onError = useNotifyProblem();
  const params = { hookId };
  const lookAgain = () => {
    for (const queryKey of [queryKeys.hooks, queryKeys.hookDeliveries(hookId)]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  };
  return {
    test: useMutation({
      mutationFn: () => client.call('testHook', { params }),
      onSuccess: () => {
        void notify({ message: <Trans>The test is on its way; how it was answered is listed below.</Trans> });
        onTested();
        lookAgain();
      },
      onError,
    }),
    change: useMutation({
      mutationFn: (state: 'enabled' | 'disabled') => client.call('updateHook', { params, body: { state } }),
      onSuccess: lookAgain,
      onError,
    }),
    rotate: useMutation({
      mutationFn: () => client.call('rotateHookSecret', { params }),
      onError,
    }),
    remove: useMutation({
      mutationFn: () => client.call('deleteHook', { params }),
      onSuccess: () => {
        onGone();
        void queryClient.invalidateQueries({ queryKey: queryKeys.hooks });
      },
      onError,
    }),
  };
}
