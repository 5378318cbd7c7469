import { Plural, Trans } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ScrollText, SearchX } from 'lucide-react';
import { channelsQuery } from '../../lib/queries.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { QueryProblem } from '../../ui/query-problem.tsx';
import { ShowOlder } from '../../ui/show-older.tsx';
import { ListSkeleton } from '../../ui/skeleton.tsx';
import { AccountEventRow } from './account-event-row.tsx';
import styles from './account-events.module.css';
import type { AccountEventsSearch } from './account-events-search.ts';
import { accountEventsQuery } from './queries.ts';

/** The events that fit the filters, newest first. */
export function EventList({ search }: { readonly search: AccountEventsSearch }) {
  const events = useInfiniteQuery(accountEventsQuery(search));
  const channels = useQuery(channelsQuery).data?.items ?? [];
  const names = new Map(channels.map((channel) => [channel.id, channel.name]));
  const items = events.data?.pages.flatMap((page) => page.items) ?? [];
  if (events.isPending) {
    return (
      <Card>
        <ListSkeleton>
          <Trans>Loading events…</Trans>
        </ListSkeleton>
      </Card>
    );
  }
  return (
    <>
      <QueryProblem query={events} />
      {events.isSuccess && items.length === 0 ? <NoEvents search={search} /> : null}
      {items.length === 0 ? null : (
        <Card>
          <p className="visually-hidden" role="status">
            <Plural value={items.length} one="# event shown" other="# events shown" />
          </p>
          <ul className={styles.list}>
            {items.map((event) => (
              <AccountEventRow key={event.id} event={event} channelName={names.get(event.channelId ?? '')} />
            ))}
          </ul>
        </Card>
      )}
      <ShowOlder list={events}>
        <Trans>Show older events</Trans>
      </ShowOlder>
    </>
  );
}

function NoEvents({ search }: { readonly search: AccountEventsSearch }) {
  if (Object.values(search).some((value) => value !== undefined)) {
    return (
      <EmptyState icon={SearchX} title={<Trans>Nothing fits these filters</Trans>}>
        <Link to="/settings/account-events" search={{}}>
          <Trans>Show all events</Trans>
        </Link>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={ScrollText} title={<Trans>Nothing has happened yet</Trans>}>
      <Trans>Changes of quality, limits, templates and restrictions appear here.</Trans>
    </EmptyState>
  );
}
