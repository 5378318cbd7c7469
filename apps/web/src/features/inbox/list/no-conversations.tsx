import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Inbox, RadioTower, SearchX } from 'lucide-react';
import { channelsQuery, usePermission } from '../../../lib/queries.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { InboxFilter } from '../inbox-search.ts';

interface NoConversationsProps {
  readonly filter: InboxFilter;
  readonly search: string | undefined;
}

export function NoConversations({ filter, search }: NoConversationsProps) {
  if (search !== undefined) {
    return (
      <EmptyState icon={SearchX} title={<Trans>Nothing found for “{search}”</Trans>}>
        <p>
          <Trans>Names, numbers and texts were searched. A part of a word is enough.</Trans>
        </p>
        {filter === 'all' ? null : <ShowAll />}
      </EmptyState>
    );
  }
  if (filter !== 'all') {
    return (
      <EmptyState icon={Inbox} title={<Trans>Nothing here</Trans>}>
        <p>
          <Trans>No conversation matches this filter right now.</Trans>
        </p>
        <ShowAll />
      </EmptyState>
    );
  }
  return <EmptyInbox />;
}

function ShowAll() {
  return (
    <Button
      size="xs"
      variant="light"
      renderRoot={(props) => (
        <Link to="." search={(previous) => ({ ...previous, filter: undefined })} {...props} />
      )}
    >
      <Trans>Show all conversations</Trans>
    </Button>
  );
}

function EmptyInbox() {
  const channels = useQuery(channelsQuery);
  const canManage = usePermission('channel.manage');
  const hasChannel = channels.data?.items.some(({ state }) => state !== 'disconnected') ?? true;
  if (hasChannel) {
    return (
      <EmptyState icon={Inbox} title={<Trans>No conversations yet</Trans>}>
        <Trans>A message from a customer appears here at once. You can also begin one with a template.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={RadioTower} title={<Trans>No number is connected yet</Trans>}>
      <p>
        <Trans>Conversations come through a WhatsApp business number.</Trans>{' '}
        {canManage ? null : <Trans>Ask an admin of this workspace to connect one.</Trans>}
      </p>
      {canManage ? (
        <Button size="xs" renderRoot={(props) => <Link to="/settings/channels" {...props} />}>
          <Trans>Connect a number in the settings</Trans>
        </Button>
      ) : null}
    </EmptyState>
  );
}
