import type { Platform, Worker } from '#platform/module';
import { createPartition } from './store-partitions.ts';

const dayMs = 24 * 3_600_000;
const daysAhead = 3;
const everyMs = 6 * 3_600_000;

/** Makes the daily partitions of raw_events before their day comes. */
export function createPartitionKeeper({ database, clock, log }: Platform): Worker {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function keep(): Promise<void> {
    const now = clock.now().getTime();
    try {
      for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
        await database.inSystem((transaction) => createPartition(transaction, new Date(now + ahead * dayMs)));
      }
    } catch (error) {
      // Nothing is lost: the default partition takes what has no partition of its own.
      log.warn({ err: error }, 'partitions could not be made ahead');
    }
  }

  return {
    name: 'raw event partitions',
    async start() {
      running = keep();
      timer = setInterval(() => {
        running = keep();
      }, everyMs);
      timer.unref();
      await running;
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
