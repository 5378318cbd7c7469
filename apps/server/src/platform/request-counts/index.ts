import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import { countRequestOf, deleteCountsBefore } from './store-request-counts.ts';

const windowMs = 60_000;

/** How often a key has come within the present minute, at all nodes together, and when the next begins. */
export type CountRequest = (
  key: string,
) => Promise<{ readonly requests: number; readonly untilNextMs: number }>;

export function createRequestCounts({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): CountRequest {
  return async (key) => {
    const nowMs = clock.now().getTime();
    const minute = Math.floor(nowMs / windowMs);
    const requests = await database.inSystem((transaction) => countRequestOf(transaction, key, minute));
    if (requests === 1) await database.inSystem((transaction) => deleteCountsBefore(transaction, minute - 1));
    return { requests, untilNextMs: windowMs - (nowMs % windowMs) };
  };
}
