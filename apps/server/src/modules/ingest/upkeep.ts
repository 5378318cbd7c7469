import { retainInSystem, retainPerWorkspace, type Upkeep } from '#platform/upkeep';
import { deleteOldAccountEvents } from './store-account-events.ts';
import { deleteOldEvents, dropPartition, listPartitionDays } from './store-partitions.ts';

const dayMs = 24 * 3_600_000;

/** What of ingest grows old. What still waits or is in quarantine stays, however old it is. */
export function ingestUpkeep(keep: {
  readonly rawEventDays: number;
  readonly accountEventDays: number;
}): readonly Upkeep[] {
  const rest = retainInSystem({
    name: 'raw_events_rest',
    keepDays: keep.rawEventDays,
    purge: deleteOldEvents,
  });
  return [
    dropOldPartitions(keep.rawEventDays),
    // After the partitions: what is left is little.
    rest,
    retainPerWorkspace({
      name: 'account_events',
      keepDays: keep.accountEventDays,
      purge: deleteOldAccountEvents,
    }),
  ];
}

/** A day goes as a whole, in a moment, once its youngest event is old enough. */
function dropOldPartitions(keepDays: number): Upkeep {
  return {
    name: 'raw_events',
    everyMs: 3_600_000,
    async run({ database, now, isStopping }) {
      const days = await database.inSystem(listPartitionDays);
      const old = days.filter((day) => day.getTime() + dayMs <= now.getTime() - keepDays * dayMs);
      let dropped = 0;
      for (const day of old) {
        if (isStopping()) break;
        if (await database.inSystem((transaction) => dropPartition(transaction, day))) dropped += 1;
      }
      return dropped;
    },
  };
}
