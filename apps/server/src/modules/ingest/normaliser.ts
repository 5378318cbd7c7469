import { setTimeout as delay } from 'node:timers/promises';
import type { Worker } from '#platform/module';
import { createFactMetrics } from './fact-metrics.ts';
import type { IngestNeeds } from './needs.ts';
import { type BusyLane, claimRows, listBusyLanes } from './store-jobs.ts';
import { workOnLane } from './work-on-lane.ts';

export interface Normaliser extends Worker {
  /** Works until nothing is due. */
  drain(): Promise<void>;
}

const pollMs = 2_000;
/** Between two rounds under load: what comes meanwhile shares the cost of the next transaction. */
const gatherMs = 10;
const pauseAfterFailureMs = 1_000;
/** Lanes at once in one process. */
const concurrency = 2;
/** For a lane that somebody else is working on, when there is nothing else to do. */
const waitForTurnMs = 500;

/** Turns stored webhooks into messages, statuses and account events. Any number of processes may run it at once. */
export function createNormaliser(ingestNeeds: IngestNeeds): Normaliser {
  const { platform } = ingestNeeds;
  const { database, log } = platform;
  const needs = { ...ingestNeeds, factMetrics: createFactMetrics(platform.metrics) };
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let unlisten: (() => void) | undefined;
  let woken = Promise.withResolvers<void>();
  let rounds = process.pid;

  /** One batch of every busy lane, so that a large one cannot keep the small ones waiting. Gives the size of the largest batch. */
  async function round(): Promise<number> {
    rounds += 1;
    const busy = rotate(await database.inSystem(listBusyLanes), rounds);
    const waiting = [...busy];
    const missed: BusyLane[] = [];
    let largest = 0;
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const claimed = await workOnLane(needs, next.workspaceId, { ...next, waitMs: 0 });
        if (claimed === undefined) missed.push(next);
        else largest = Math.max(largest, claimed);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, work));
    const [another] = missed;
    if (largest > 0 || another === undefined) return largest;
    return (await workOnLane(needs, another.workspaceId, { ...another, waitMs: waitForTurnMs })) ?? 0;
  }

  async function drain(): Promise<void> {
    while (!stopping.signal.aborted && (await round()) > 0);
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      woken = Promise.withResolvers<void>();
      let pauseMs = pollMs;
      try {
        for (let size = await round(); size > 0 && !stopping.signal.aborted; size = await round()) {
          if (size < claimRows) await delay(gatherMs);
        }
      } catch (error) {
        log.error({ err: error }, 'raw events cannot be processed at present');
        pauseMs = pauseAfterFailureMs;
        woken = Promise.withResolvers<void>();
      }
      await pause(pauseMs);
    }
  }

  async function pause(forMs: number): Promise<void> {
    const timer = new AbortController();
    const elapsed = delay(forMs, undefined, { signal: timer.signal }).catch(() => undefined);
    await Promise.race([woken.promise, elapsed]);
    timer.abort();
  }

  return {
    name: 'normalise',
    drain,
    async start() {
      unlisten = platform.wake.on('raw_events', () => woken.resolve());
      running = loop();
    },
    async stop() {
      stopping.abort();
      unlisten?.();
      woken.resolve();
      await running;
    },
  };
}

/** Processes that all begin at the same lane would only get into each other's way. */
function rotate(lanes: readonly BusyLane[], by: number): readonly BusyLane[] {
  const first = lanes.length === 0 ? 0 : by % lanes.length;
  return [...lanes.slice(first), ...lanes.slice(0, first)];
}
