import type { Platform } from '#platform/module';
import { readPending } from './store-deliveries.ts';

/** Deliveries by how they ended, and what waits; no label says where to. */
export function createHookMetrics({
  clock,
  database,
  metrics,
}: Pick<Platform, 'clock' | 'database' | 'metrics'>) {
  metrics.figures(
    'hooks',
    [
      { name: 'renkei_hook_pending', help: 'Deliveries to hooks that are still to be made' },
      {
        name: 'renkei_hook_oldest_due_timestamp_seconds',
        help: 'Since when the delivery could be made that has waited longest for it; 0: none is due',
      },
    ],
    async () => {
      const { pending, dueSince } = await database.inSystem((tx) => readPending(tx, clock.now()));
      return [
        { name: 'renkei_hook_pending', value: pending },
        {
          name: 'renkei_hook_oldest_due_timestamp_seconds',
          value: dueSince === null ? 0 : dueSince.getTime() / 1_000,
        },
      ];
    },
  );
  const attempts = metrics.counter('renkei_hook_attempts_total', 'Deliveries to hooks, by how they ended', [
    'outcome',
  ]);
  return { attempt: (outcome: string) => attempts.inc({ outcome }) };
}
