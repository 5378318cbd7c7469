import { Trans } from '@lingui/react/macro';
import { Inbox, SearchX } from 'lucide-react';
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
        <Trans>Names, numbers and texts were searched. A part of a word is enough.</Trans>
      </EmptyState>
    );
  }
  if (filter !== 'all') {
    return (
      <EmptyState icon={Inbox} title={<Trans>Nothing here</Trans>}>
        <Trans>No conversation fits this filter at present.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Inbox} title={<Trans>No conversations yet</Trans>}>
      <Trans>A message from a customer appears here at once. You can also begin one with a template.</Trans>
    </EmptyState>
  );
}
