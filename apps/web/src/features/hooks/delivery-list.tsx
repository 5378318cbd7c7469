import { Trans, useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import type { HookDelivery } from '@renkei/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadingState } from '../../ui/loading-state.tsx';
import { QueryProblem } from '../../ui/query-problem.tsx';
import { ShowOlder } from '../../ui/show-older.tsx';
import { DeliveryRow } from './delivery-row.tsx';
import styles from './hooks.module.css';
import { deliveriesQuery } from './queries.ts';

interface DeliveryListProps {
  /** Of the element, for the button that shows it. */
  readonly id: string;
  readonly hookId: string;
}

type Shown = HookDelivery['state'] | 'all';

/** What an address was told and is to be told, newest first. */
export function DeliveryList({ id, hookId }: DeliveryListProps) {
  const { t } = useLingui();
  const [shown, setShown] = useState<Shown>('all');
  const list = useInfiniteQuery(deliveriesQuery(hookId, shown === 'all' ? undefined : shown));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const tabs: readonly { readonly value: Shown; readonly label: string }[] = [
    { value: 'all', label: t`All` },
    { value: 'pending', label: t`To be delivered` },
    { value: 'delivered', label: t`Delivered` },
    { value: 'given_up', label: t`Given up` },
  ];
  return (
    <section id={id} className={styles.deliveries} aria-label={t`Deliveries`}>
      <SegmentedControl
        size="xs"
        className={styles.tabs}
        aria-label={t`Which deliveries`}
        value={shown}
        data={[...tabs]}
        onChange={setShown}
      />
      {list.isPending ? (
        <LoadingState>
          <Trans>Loading deliveries…</Trans>
        </LoadingState>
      ) : null}
      <QueryProblem query={list} />
      {list.isSuccess && items.length === 0 ? (
        <p className={styles.quiet}>
          {shown === 'all' ? (
            <Trans>Nothing has happened yet that it is told. “Send a test” tries the address.</Trans>
          ) : (
            <Trans>There are none.</Trans>
          )}
        </p>
      ) : null}
      <ul className={styles.list}>
        {items.map((delivery) => (
          <DeliveryRow key={delivery.eventId} hookId={hookId} delivery={delivery} />
        ))}
      </ul>
      <ShowOlder list={list}>
        <Trans>Show older deliveries</Trans>
      </ShowOlder>
    </section>
  );
}
