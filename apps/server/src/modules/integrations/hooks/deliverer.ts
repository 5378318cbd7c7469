import type { Worker } from '#platform/module';
import type { HooksContext } from './context.ts';
import { deliver } from './deliver.ts';
import { claimDue } from './store-deliveries.ts';

/** Calls under way at a time, of all hooks together. */
const concurrency = 16;
/** Longer than a call may take: nobody else tries a delivery that is under way. */
const claimMs = 30_000;
/** A wake may be lost; this is how long that can last, and how exactly a retry comes. */
const pollMs = 1_000;

/** Delivers what is due, in any process that works: each takes some, and what a dead one had is due again by itself. */
export function createDeliverer(context: HooksContext): Worker {
  const { database, clock, wake, log } = context.platform;
  const stopping = new AbortController();
  let round: Promise<void> | undefined;
  let isDueAgain = false;
  let stopListening: (() => void) | undefined;
  let stopPolling: (() => void) | undefined;

  async function work(): Promise<void> {
    for (let isMore = true; isMore && !stopping.signal.aborted; ) {
      const now = clock.now();
      const due = await database.inSystem((tx) =>
        claimDue(tx, now, new Date(now.getTime() + claimMs), concurrency),
      );
      await Promise.all(
        due.map((delivery) =>
          deliver(context, delivery).catch((error: unknown) =>
            log.warn({ err: error, hookId: delivery.hookId }, 'a delivery could not be made or marked'),
          ),
        ),
      );
      isMore = due.length === concurrency;
    }
  }

  function look(): void {
    isDueAgain = true;
    if (round || stopping.signal.aborted) return;
    isDueAgain = false;
    round = work()
      .catch((error: unknown) => log.warn({ err: error }, 'due deliveries could not be read'))
      .finally(() => {
        round = undefined;
        if (isDueAgain) look();
      });
  }

  return {
    name: 'hook deliveries',
    reachesOutside: true,
    async start() {
      stopListening = wake.on('hooks', look);
      stopPolling = clock.every(pollMs, look);
      look();
    },
    async stop() {
      stopping.abort();
      stopListening?.();
      stopPolling?.();
      await round;
    },
  };
}
