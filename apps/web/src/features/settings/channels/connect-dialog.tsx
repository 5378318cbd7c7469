import { Trans } from '@lingui/react/macro';
import { ProviderDialog } from './provider-dialog.tsx';
import { useConnectChannel } from './use-connect-channel.tsx';

export function ConnectDialog({ onClose }: { readonly onClose: () => void }) {
  const connecting = useConnectChannel(onClose);
  return (
    <ProviderDialog
      title={<Trans>Connect a number</Trans>}
      action={<Trans>Check and connect</Trans>}
      initialProvider="cloud-api"
      takesName
      connecting={connecting}
      onClose={onClose}
    />
  );
}
