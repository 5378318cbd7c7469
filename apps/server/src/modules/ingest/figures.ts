import type { Platform } from '#platform/module';
import { readIngestCondition } from './read-condition.ts';

/** How far behind intake is, what waits, what is in quarantine, and for how many days there are partitions. */
export function tellIngestFigures({ database, clock, metrics }: Platform): void {
  metrics.figures(
    'ingest',
    [
      { name: 'renkei_intake_lag_seconds', help: 'Age of the oldest webhook that nobody has processed' },
      { name: 'renkei_raw_events', help: 'Webhooks that are not done with, by state', labels: ['state'] },
      { name: 'renkei_raw_event_partitions_ahead', help: 'Days after today that have a partition already' },
    ],
    async () => {
      const now = clock.now();
      const condition = await database.inSystem((transaction) => readIngestCondition(transaction, now));
      const { waiting, quarantined, oldestWaitingAt, partitionsAhead } = condition;
      const lagMs = oldestWaitingAt === null ? 0 : Math.max(0, now.getTime() - oldestWaitingAt.getTime());
      return [
        { name: 'renkei_intake_lag_seconds', value: lagMs / 1000 },
        { name: 'renkei_raw_events', value: waiting, labels: { state: 'waiting' } },
        { name: 'renkei_raw_events', value: quarantined, labels: { state: 'quarantined' } },
        { name: 'renkei_raw_event_partitions_ahead', value: partitionsAhead },
      ];
    },
  );
}
