import type { Platform } from '#platform/module';
import { readPending } from './store-deliveries.ts';

/** Deliveries by how they ended, and what waits; no label says where to. */
export function createHookMetrics({ database, metrics }: Pick<Platform, 'database' | 'metrics'>) {
  metrics.figures(
    'hooks',
    [
      { name: 'renkei_hook_pending', help: 'Deliveries to hooks that are still to be made' },
      {
        name: 'renkei_hook_oldest_pending_timestamp_seconds',
        help: 'When the oldest event happened that a hook is still to be told; 0: none waits',
      },
    ],
    async () => {
      const { pending, oldestAt } = await database.inSystem(readPending);
      return [
        { name: 'renkei_hook_pending', value: pending },
        {
          name: 'renkei_hook_oldest_pending_timestamp_seconds',
          value: oldestAt === null ? 0 : oldestAt.getTime() / 1_000,
        },
      ];
    },
  );
  const attempts = metrics.counter('renkei_hook_attempts_total', 'Deliveries to hooks, by how they ended', [
    'outcome',
  ]);
  return { attempt: (outcome: string) => attempts.inc({ outcome }) };
}
