import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryProblem } from '../../ui/query-problem.tsx';
import { AccountEventRow } from './account-event-row.tsx';
import styles from './account-events.module.css';
import { Quarantine } from './quarantine.tsx';
import { accountEventsQuery } from './queries.ts';

export function AccountEventsPage() {
  const events = useInfiniteQuery(accountEventsQuery);
  const items = events.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={<Trans>Account events</Trans>}>
        <Trans>
          What Meta has reported about the account, its numbers and its templates: newest first, exactly as
          received.
        </Trans>
      </PageHeader>
      <Quarantine />
      {events.isPending ? (
        <LoadingState>
          <Trans>Loading events…</Trans>
        </LoadingState>
      ) : null}
      <QueryProblem query={events} />
      {events.isSuccess && items.length === 0 ? (
        <EmptyState icon={ScrollText} title={<Trans>Nothing has happened yet</Trans>}>
          <Trans>Changes of quality, limits, templates and restrictions appear here.</Trans>
        </EmptyState>
      ) : null}
      {items.length === 0 ? null : (
        <Card>
          <ul className={styles.list}>
            {items.map((event) => (
              <AccountEventRow key={event.id} event={event} />
            ))}
          </ul>
        </Card>
      )}
      {events.hasNextPage ? (
        <Button
          variant="default"
          loading={events.isFetchingNextPage}
          onClick={() => void events.fetchNextPage()}
        >
          <Trans>Show older events</Trans>
        </Button>
      ) : null}
    </>
  );
}
