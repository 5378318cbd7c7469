import { Trans } from '@lingui/react/macro';
import type { Health } from '@renkei/contract';
import { useQuery } from '@tanstack/react-query';
import { RadioTower } from 'lucide-react';
import { healthQuery } from '../../lib/use-health.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryProblem } from '../../ui/query-problem.tsx';
import { HoldCard } from './hold-card.tsx';
import { IntakeCard } from './intake-card.tsx';
import { Quarantine } from './quarantine.tsx';
import { lookEveryMs } from './queries.ts';
import { QueueCard } from './queue-card.tsx';
import { Summary } from './summary.tsx';
import { UnsettledCard } from './unsettled-card.tsx';

export function HealthPage() {
  const health = useQuery({ ...healthQuery, refetchInterval: lookEveryMs });
  return (
    <>
      <PageHeader title={<Trans>Health</Trans>}>
        <Trans>What is waiting and why, what needs a decision of yours, and how fast messages go out.</Trans>
      </PageHeader>
      {health.isPending ? (
        <LoadingState>
          <Trans>Looking at the queues…</Trans>
        </LoadingState>
      ) : null}
      <QueryProblem query={health} />
      {health.data === undefined ? null : (
        <>
          {health.data.hold === null ? null : (
            <HoldCard hold={health.data.hold} waiting={countWaiting(health.data)} />
          )}
          <Summary health={health.data} />
          <UnsettledCard counts={health.data.unsettled} />
          <Quarantine count={health.data.intake.quarantined} />
          {health.data.queues.map((queue) => (
            <QueueCard key={queue.channel.id} queue={queue} />
          ))}
          {health.data.queues.length === 0 ? (
            <EmptyState icon={RadioTower} title={<Trans>No number is connected yet</Trans>}>
              <Trans>Once one is, its queue and its speed are shown here.</Trans>
            </EmptyState>
          ) : null}
          <IntakeCard intake={health.data.intake} />
        </>
      )}
    </>
  );
}

function countWaiting({ queues }: Health): number {
  return queues.reduce((sum, { counts }) => sum + counts.queued + counts.claimed + counts.scheduled, 0);
}
