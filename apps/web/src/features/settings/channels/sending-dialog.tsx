import { Trans } from '@lingui/react/macro';
import type { Channel } from '@renkei/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { QueryProblem } from '../../../ui/query-problem.tsx';
import { SendingForm } from './sending-form.tsx';

interface SendingDialogProps {
  readonly channel: Channel;
  readonly canManage: boolean;
  readonly onClose: () => void;
}

/** How one number sends: what its provider allows, and what people have set. */
export function SendingDialog({ channel, canManage, onClose }: SendingDialogProps) {
  const settings = useQuery(numberSettingsQuery(channel.id));
  return (
    <Dialog onClose={onClose} title={<Trans>How {channel.name} sends</Trans>} size="lg">
      {settings.isPending ? (
        <LoadingState>
          <Trans>Loading the settings…</Trans>
        </LoadingState>
      ) : null}
      <QueryProblem query={settings} />
      {settings.data === undefined ? null : (
        <SendingForm channel={channel} settings={settings.data} canManage={canManage} onSaved={onClose} />
      )}
    </Dialog>
  );
}

function numberSettingsQuery(channelId: string) {
  return queryOptions({
    queryKey: queryKeys.numberSettings(channelId),
    queryFn: ({ signal }) => client.call('getNumberSettings', { params: { channelId }, signal }),
  });
}
