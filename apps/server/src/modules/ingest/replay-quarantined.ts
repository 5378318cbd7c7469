import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import { releaseJobs } from './store-jobs.ts';

/** Of one workspace or of all, one event or all. */
export interface ReplaySelection {
  readonly workspaceId?: string | undefined;
  /** bigint, as text. */
  readonly rawEventId?: string | undefined;
}

/**
 * Gives quarantined events to the workers again, with all their tries; what took effect before stays as it is, because
 * every effect has its own mark. Gives how many events were released.
 */
export async function replayQuarantined(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { workspaceId, rawEventId }: ReplaySelection = {},
): Promise<number> {
  return database.inSystem(async (transaction) => {
    const released = await releaseJobs(transaction, { now: clock.now(), workspaceId, rawEventId });
    if (released > 0) transaction.wake('raw_events');
    return released;
  });
}
