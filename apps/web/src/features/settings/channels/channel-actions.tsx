import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Channel } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowRightLeft, KeyRound, RefreshCw, Unplug } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../../lib/client.ts';
import { notify, useNotifyProblem } from '../../../lib/notify.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import styles from './channel-card.module.css';
import { MoveDialog } from './move-dialog.tsx';
import { TokenDialog } from './token-dialog.tsx';

export function ChannelActions({ channel }: { readonly channel: Channel }) {
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  const [dialog, setDialog] = useState<'token' | 'move' | 'disconnect' | null>(null);
  const refetch = () => queryClient.invalidateQueries({ queryKey: queryKeys.channels });
  const params = { channelId: channel.id };
  const refresh = useMutation({
    mutationFn: () => client.call('refreshChannel', { params }),
    onSuccess: () => {
      void refetch();
      void queryClient.invalidateQueries({ queryKey: queryKeys.allTemplates });
      void notify({ message: <Trans>Number, limits and templates have been read again.</Trans> });
    },
    onError: notifyProblem,
  });
  const disconnect = useMutation({
    mutationFn: () => client.call('disconnectChannel', { params }),
    onSuccess: () => {
      setDialog(null);
      void refetch();
    },
    onError: notifyProblem,
  });
  return (
    <div className={styles.actions}>
      <Button
        variant={channel.state === 'token_expired' ? 'filled' : 'default'}
        size="xs"
        leftSection={<KeyRound size={15} aria-hidden />}
        onClick={() => setDialog('token')}
      >
        <Trans>New access token</Trans>
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<RefreshCw size={15} aria-hidden />}
        loading={refresh.isPending}
        onClick={() => refresh.mutate()}
      >
        <Trans>Read again</Trans>
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<ArrowRightLeft size={15} aria-hidden />}
        onClick={() => setDialog('move')}
      >
        <Trans>Change provider</Trans>
      </Button>
      <Button
        variant="subtle"
        color="shu"
        size="xs"
        leftSection={<Unplug size={15} aria-hidden />}
        onClick={() => setDialog('disconnect')}
      >
        <Trans>Disconnect</Trans>
      </Button>
      {dialog === 'token' ? <TokenDialog channel={channel} onClose={() => setDialog(null)} /> : null}
      {dialog === 'move' ? <MoveDialog channel={channel} onClose={() => setDialog(null)} /> : null}
      {dialog === 'disconnect' ? (
        <ConfirmDialog
          title={<Trans>Disconnect {channel.name}?</Trans>}
          action={<Trans>Disconnect</Trans>}
          isBusy={disconnect.isPending}
          onConfirm={() => disconnect.mutate()}
          onClose={() => setDialog(null)}
        >
          <Trans>
            Nothing is sent or received through {channel.displayPhoneNumber} any more. Its conversations stay.
            It can be connected again.
          </Trans>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
