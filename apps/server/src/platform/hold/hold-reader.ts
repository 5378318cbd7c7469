import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import { readHold } from './store.ts';

export interface HoldReader {
  /** At most a second old. A database that does not answer counts as held: it could not tell. */
  isHeld(): Promise<boolean>;
}

const freshForMs = 1_000;

/** For work that need not ask in the transaction that does it: courtesies, downloads, jobs. */
export function createHoldReader({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): HoldReader {
  let latest: { readonly held: Promise<boolean>; readonly sinceMs: number } | undefined;

  async function ask(): Promise<boolean> {
    try {
      return (await database.inSystem(readHold)) !== undefined;
    } catch {
      return true;
    }
  }

  return {
    isHeld() {
      const nowMs = clock.monotonicMs();
      if (latest === undefined || nowMs - latest.sinceMs > freshForMs) {
        latest = { held: ask(), sinceMs: nowMs };
      }
      return latest.held;
    },
  };
}
