import { Trans } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useSeeCriticalNews } from '../../lib/use-critical-news.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { EventFilters } from './event-filters.tsx';
import { EventList } from './event-list.tsx';

const route = getRouteApi('/member/settings/account-events');

export function AccountEventsPage() {
  const search = route.useSearch();
  useSeeCriticalNews();
  return (
    <>
      <PageHeader title={<Trans>Account events</Trans>}>
        <Trans>
          What Meta has reported about the account, its numbers, templates and customers, in plain words and
          newest first.
        </Trans>
      </PageHeader>
      <EventFilters />
      <EventList search={search} />
    </>
  );
}
