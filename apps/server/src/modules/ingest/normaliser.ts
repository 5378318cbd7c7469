import { setTimeout as delay } from 'node:timers/promises';
import { RenkeiError } from '#platform/errors';
import type { Worker } from '#platform/module';
import { createFactMetrics } from './fact-metrics.ts';
import type { IngestNeeds } from './needs.ts';
import { normaliseBatch } from './normalise-batch.ts';
import { claimRows, listBusyWorkspaces, noteFailure } from './store-jobs.ts';

export interface Normaliser extends Worker {
  /** Works until nothing is due. */
  drain(): Promise<void>;
}

const pollMs = 2_000;
/** Between two rounds under load: what comes meanwhile shares the cost of the next transaction. */
const gatherMs = 10;
const pauseAfterFailureMs = 1_000;
/** Workspaces at once in one process. */
const concurrency = 2;
const tries = 5;
const reasonCharacters = 500;

/** Turns stored webhooks into messages, statuses and account events. Any number of processes may run it at once. */
export function createNormaliser(ingestNeeds: IngestNeeds): Normaliser {
  const { platform } = ingestNeeds;
  const { database, clock, log } = platform;
  const needs = { ...ingestNeeds, factMetrics: createFactMetrics(platform.metrics) };
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let unlisten: (() => void) | undefined;
  let woken = Promise.withResolvers<void>();

  /** One batch of every busy workspace, so that a large one cannot keep the small ones waiting. Gives the size of the largest batch. */
  async function round(): Promise<number> {
    const workspaceIds = [...(await database.inSystem(listBusyWorkspaces))];
    let largest = 0;
    const lane = async (): Promise<void> => {
      for (let next = workspaceIds.shift(); next !== undefined; next = workspaceIds.shift()) {
        largest = Math.max(largest, await workOn(next));
      }
    };
    await Promise.all(Array.from({ length: concurrency }, lane));
    return largest;
  }

  /** Gives how many events were claimed. */
  async function workOn(workspaceId: string, only?: readonly string[]): Promise<number> {
    let claimed: readonly string[] = [];
    try {
      await database.inTenant(workspaceId, (transaction) =>
        normaliseBatch(needs, transaction, {
          only,
          onClaimed: ({ rawEventIds }) => (claimed = rawEventIds),
        }),
      );
    } catch (error) {
      if (claimed.length === 0 || isNobodysFault(error)) throw error;
      await recover(workspaceId, claimed, error);
    }
    return claimed.length;
  }

  /** One bad event fails its whole batch: halve it until that event stands alone and its neighbours have gone on. */
  async function recover(workspaceId: string, claimed: readonly string[], error: unknown): Promise<void> {
    const [rawEventId] = claimed;
    if (claimed.length === 1 && rawEventId !== undefined) {
      const reason = (error instanceof Error ? error.message : String(error)).slice(0, reasonCharacters);
      const quarantined = await database.inTenant(workspaceId, (transaction) =>
        noteFailure(transaction, { rawEventId, reason, now: clock.now(), tries }),
      );
      log.error({ err: error, workspaceId, rawEventId, quarantined }, 'a raw event could not be processed');
      return;
    }
    const middle = Math.ceil(claimed.length / 2);
    await workOn(workspaceId, claimed.slice(0, middle));
    await workOn(workspaceId, claimed.slice(middle));
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

/** Serialisation, deadlock, lock time-out, cancelled. */
const passingCodes = new Set(['40001', '40P01', '55P03', '57014']);

/** The database, not the event: trying again is all there is to do, and counts against no event. */
function isNobodysFault(error: unknown): boolean {
  if (error instanceof RenkeiError) return error.code === 'store_unavailable';
  return error instanceof Error && 'code' in error && passingCodes.has(String(error.code));
}
