import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Channel } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowRightLeft, Gauge, KeyRound, RefreshCw, Unplug } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../../lib/client.ts';
import { notify, useNotifyProblem } from '../../../lib/notify.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import styles from './channel-card.module.css';
import { MoveDialog } from './move-dialog.tsx';
import { SendingDialog } from './sending-dialog.tsx';
import { TokenDialog } from './token-dialog.tsx';

interface ChannelActionsProps {
  readonly channel: Channel;
  readonly canManage: boolean;
}

/** How it sends, for everybody to see; the rest for those who manage numbers. */
export function ChannelActions({ channel, canManage }: ChannelActionsProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.actions}>
      <Button
        variant="default"
        size="xs"
        leftSection={<Gauge size={15} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        <Trans>How it sends</Trans>
      </Button>
      {canManage ? <ManagingActions channel={channel} /> : null}
      {isOpen ? (
        <SendingDialog channel={channel} canManage={canManage} onClose={() => setIsOpen(false)} />
      ) : null}
    </div>
  );
}

function ManagingActions({ channel }: { readonly channel: Channel }) {
  const [dialog, setDialog] = useState<'token' | 'move' | 'disconnect' | null>(null);
  const close = () => setDialog(null);
  const { refresh, disconnect } = useChannelActions(channel, close);
  return (
    <>
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
      {dialog === 'token' ? <TokenDialog channel={channel} onClose={close} /> : null}
      {dialog === 'move' ? <MoveDialog channel={channel} onClose={close} /> : null}
      {dialog === 'disconnect' ? (
        <ConfirmDialog
          title={<Trans>Disconnect {channel.name}?</Trans>}
          action={<Trans>Disconnect</Trans>}
          isBusy={disconnect.isPending}
          onConfirm={() => disconnect.mutate()}
          onClose={close}
        >
          <Trans>
            Nothing is sent or received through {channel.displayPhoneNumber} any more. Its conversations stay.
            It can be connected again.
          </Trans>
        </ConfirmDialog>
      ) : null}
    </>
  );
}

function useChannelActions({ id: channelId }: Channel, onDisconnected: () => void) {
  const queryClient = useQueryClient();
  const onError = useNotifyProblem();
  const refetch = () => queryClient.invalidateQueries({ queryKey: queryKeys.channels });
  const params = { channelId };
  const refresh = useMutation({
    mutationFn: () => client.call('refreshChannel', { params }),
    onSuccess: () => {
      void refetch();
      void queryClient.invalidateQueries({ queryKey: queryKeys.allTemplates });
      void notify({ message: <Trans>Number, limits and templates have been read again.</Trans> });
    },
    onError,
  });
  const disconnect = useMutation({
    mutationFn: () => client.call('disconnectChannel', { params }),
    onSuccess: () => {
      onDisconnected();
      void refetch();
    },
    onError,
  });
  return { refresh, disconnect };
}
