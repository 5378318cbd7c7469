import type { Worker } from '#platform/module';
import { createAnswerWriter } from './answer-writer.ts';
import type { HooksContext } from './context.ts';
import { deliver } from './deliver.ts';
import { type Call, findTargets } from './find-targets.ts';
import { createHookRooms } from './hook-rooms.ts';
import { claimDue, type DueDelivery } from './store-deliveries.ts';

/** Calls under way at a time, of all hooks together: those that hang until their time is up leave room for the others. */
const concurrency = 128;
/** Longer than a call may take: nobody else tries a delivery that is under way. */
const claimMs = 30_000;
/** A wake may be lost; this is how long that can last, and how exactly a retry comes. */
const pollMs = 1_000;

/** Delivers what is due, in any process that works: each takes some, and what a dead one had is due again by itself. */
export function createDeliverer(context: HooksContext): Worker {
  const { database, clock, wake, log } = context.platform;
  let isStopped = false;
  const calls = new Set<Promise<void>>();
  const rooms = createHookRooms();
  const answers = createAnswerWriter(context);
  let round: Promise<void> | undefined;
  let isDueAgain = false;
  let stopListening: (() => void) | undefined;
  let stopPolling: (() => void) | undefined;

  async function takeDue(): Promise<void> {
    const limit = concurrency - calls.size;
    if (limit === 0) return;
    const now = clock.now();
    const untilDate = new Date(now.getTime() + claimMs);
    const claim = { now, untilDate, limit, perHook: rooms.usual, rooms: rooms.left() };
    const due = await database.inSystem((tx) => claimDue(tx, claim));
    for (const [workspaceId, own] of Map.groupBy(due, (delivery) => delivery.workspaceId)) {
      await beginAll(workspaceId, own);
    }
  }

  /** One workspace's trouble is not the others'. */
  async function beginAll(workspaceId: string, due: readonly DueDelivery[]): Promise<void> {
    const calls = await findTargets(context, workspaceId, due).catch((error: unknown) => {
      log.warn({ err: error, workspaceId }, 'deliveries that are due could not be begun');
      return [];
    });
    for (const call of calls) begin(call);
  }

  /** The end of a call is room for another. */
  function begin(call: Call): void {
    const { hookId } = call.delivery;
    rooms.take(hookId);
    const attempt = deliver(context, answers, call)
      .catch((error: unknown) => {
        log.warn({ err: error, hookId }, 'a delivery could not be made or marked');
        return undefined;
      })
      .then((isAnswered) => {
        calls.delete(attempt);
        rooms.giveBack(hookId, isAnswered);
        look();
      });
    calls.add(attempt);
  }

  function look(): void {
    isDueAgain = true;
    if (round || isStopped) return;
    isDueAgain = false;
    round = takeDue()
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
      // After a hold it begins anew.
      isStopped = false;
      stopListening = wake.on('hooks', look);
      stopPolling = clock.every(pollMs, look);
      look();
    },
    async stop() {
      isStopped = true;
      stopListening?.();
      stopPolling?.();
      await round;
      await Promise.all(calls);
    },
  };
}
