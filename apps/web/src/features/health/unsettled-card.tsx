import { Trans, useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { failedShownDays, type Health, type UnsettledState } from '@renkei/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../../lib/i18n.ts';
import { Card } from '../../ui/card.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { QueryProblem } from '../../ui/query-problem.tsx';
import { ShowOlder } from '../../ui/show-older.tsx';
import { formatCount } from './format-count.ts';
import styles from './health.module.css';
import { unsettledQuery } from './queries.ts';
import { UnsettledList } from './unsettled-list.tsx';

/** Messages without a good end: of which nobody knows, and which failed. Nothing is shown while there are none. */
export function UnsettledCard({ counts }: { readonly counts: Health['unsettled'] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const [chosen, setChosen] = useState<UnsettledState>();
  const tabs = [
    { value: 'unconfirmed' as const, label: t`Unconfirmed` },
    { value: 'failed' as const, label: t`Failed` },
    { value: 'unsure' as const, label: t`Being found out` },
  ];
  const present = tabs.find(({ value }) => counts[value] > 0)?.value;
  const state = chosen ?? present;
  if (state === undefined) return null;
  return (
    <Card title={<Trans>Messages to look at</Trans>}>
      <SegmentedControl
        size="xs"
        className={styles.tabs}
        aria-label={t`Which messages`}
        value={state}
        data={tabs.map(({ value, label }) => ({
          value,
          label: `${label} ${formatCount(counts[value], language)}`,
        }))}
        onChange={setChosen}
      />
      <p className={styles.calm}>
        <Explanation state={state} />
      </p>
      {/* What was chosen in one list is not chosen in another. */}
      <Loaded key={state} state={state} />
    </Card>
  );
}

function Explanation({ state }: { readonly state: UnsettledState }) {
  const explanations = {
    unconfirmed: (
      <Trans>
        The answer of WhatsApp was lost, and no news of these messages has come since. Renkei never sends
        twice by itself: ask the customer, or send again knowing that it may arrive twice.
      </Trans>
    ),
    failed: <Trans>What did not reach the customer in the last {failedShownDays} days, and why.</Trans>,
    unsure: (
      <Trans>
        The answer of WhatsApp was lost on the way. Renkei is finding out whether these were accepted; that
        takes ten minutes to an hour. Nothing has to be done.
      </Trans>
    ),
  } as const satisfies Record<UnsettledState, unknown>;
  return explanations[state];
}

function Loaded({ state }: { readonly state: UnsettledState }) {
  const list = useInfiniteQuery(unsettledQuery(state));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {list.isPending ? (
        <LoadingState>
          <Trans>Loading messages…</Trans>
        </LoadingState>
      ) : null}
      <QueryProblem query={list} />
      {list.isSuccess && items.length === 0 ? (
        <p className={styles.calm}>
          <Trans>There are none.</Trans>
        </p>
      ) : null}
      {items.length === 0 ? null : <UnsettledList items={items} state={state} />}
      <ShowOlder list={list}>
        <Trans>Show older messages</Trans>
      </ShowOlder>
    </>
  );
}
