import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Channel } from '@renkei/contract';
import { ProviderDialog } from './provider-dialog.tsx';
import { useMoveChannel } from './use-connect-channel.tsx';

interface MoveDialogProps {
  readonly channel: Channel;
  readonly onClose: () => void;
}

export function MoveDialog({ channel, onClose }: MoveDialogProps) {
  const connecting = useMoveChannel(channel, onClose);
  return (
    <ProviderDialog
      title={<Trans>Move {channel.displayPhoneNumber} to another provider</Trans>}
      action={<Trans>Check and move</Trans>}
      initialProvider={channel.provider === 'cloud-api' ? 'dialog360' : 'cloud-api'}
      takesName={false}
      connecting={connecting}
      onClose={onClose}
    >
      <Text size="sm">
        <Trans>
          Move the number at the providers first. Customers, conversations and waiting messages stay here:
          what waits is sent by the new provider, and what the old one is still sending keeps being followed.
        </Trans>
      </Text>
    </ProviderDialog>
  );
}
