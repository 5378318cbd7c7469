import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Plus, RadioTower } from 'lucide-react';
import { useState } from 'react';
import { channelsQuery, usePermission } from '../../../lib/queries.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryProblem } from '../../../ui/query-problem.tsx';
import { ChannelCard } from './channel-card.tsx';
import { ConnectDialog } from './connect-dialog.tsx';

export function ChannelsPage() {
  const channels = useQuery(channelsQuery);
  const canManage = usePermission('channel.manage');
  const [isConnecting, setIsConnecting] = useState(false);
  const connectButton = canManage ? (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setIsConnecting(true)}>
      <Trans>Connect a number</Trans>
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={<Trans>Channels</Trans>} action={connectButton}>
        <Trans>The business numbers of this workspace, at Meta, 360dialog or Twilio.</Trans>
      </PageHeader>
      {channels.isPending ? (
        <LoadingState>
          <Trans>Loading channels…</Trans>
        </LoadingState>
      ) : null}
      <QueryProblem query={channels} />
      {channels.data?.items.length === 0 ? (
        <EmptyState icon={RadioTower} title={<Trans>No number is connected yet</Trans>}>
          <Trans>
            Connect one with the values that its provider shows: Meta itself, 360dialog or Twilio.
          </Trans>
        </EmptyState>
      ) : null}
      {channels.data?.items.map((channel) => (
        <ChannelCard key={channel.id} channel={channel} canManage={canManage} />
      ))}
      {isConnecting ? <ConnectDialog onClose={() => setIsConnecting(false)} /> : null}
    </>
  );
}
