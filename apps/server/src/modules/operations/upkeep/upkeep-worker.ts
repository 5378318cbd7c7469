import type { Platform, Worker } from '#platform/module';
import type { Upkeep } from '#platform/upkeep';
import { finishTurn, giveTurnBack, takeTurn } from './store-upkeep.ts';

const lookEveryMs = 60_000;
/** Longer than any upkeep takes; one that dies is taken over after it. */
const leaseMs = 30 * 60_000;
const againAfterMs = 60_000;

export interface UpkeepWorker extends Worker {
  /** Does what is due, now. */
  look(): Promise<void>;
}

/** Does what is due, each by one process at a time: the turn is a row in the database. */
export function createUpkeepWorker(platform: Platform, entries: readonly Upkeep[]): UpkeepWorker {
  const { database, clock, log, metrics } = platform;
  const removals = metrics.counter('renkei_upkeep_removed_total', 'What upkeep took away, by upkeep', [
    'name',
  ]);
  const failures = metrics.counter('renkei_upkeep_failures_total', 'Upkeep that failed, by upkeep', ['name']);
  let stopped = false;
  let endTimer: (() => void) | undefined;
  let running: Promise<void> | undefined;

  async function take({ name, everyMs, run }: Upkeep): Promise<void> {
    const now = clock.now();
    if (!(await database.inSystem((tx) => takeTurn(tx, { name, now, everyMs, leaseMs })))) return;
    try {
      const removed = await run({ database, now, isStopping: () => stopped });
      removals.inc({ name }, removed);
      if (removed > 0) log.info({ upkeep: name, removed }, 'upkeep done');
      await database.inSystem((tx) => finishTurn(tx, { name, now: clock.now(), removed }));
    } catch (error) {
      failures.inc({ name });
      log.warn({ err: error, upkeep: name }, 'upkeep failed and will be tried again');
      const until = new Date(clock.now().getTime() + againAfterMs);
      await database.inSystem((tx) => giveTurnBack(tx, name, until));
    }
  }

  async function takeAll(): Promise<void> {
    for (const entry of entries) if (!stopped) await take(entry);
  }

  async function look(): Promise<void> {
    running ??= takeAll()
      .catch((error: unknown) => log.warn({ err: error }, 'upkeep could not be looked at'))
      .finally(() => {
        running = undefined;
      });
    await running;
  }

  return {
    name: 'upkeep',
    look,
    async start() {
      stopped = false;
      endTimer = clock.every(lookEveryMs, () => void look());
      void look();
    },
    async stop() {
      stopped = true;
      endTimer?.();
      await running;
    },
  };
}
