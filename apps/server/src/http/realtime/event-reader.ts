import type { Database } from '#platform/database';
import { type NumberedEvent, readEventsAfter } from '#platform/events';

export const eventsPerRead = 500;

/** Reads of the event table, shared by the connections that want the same: one query a wake-up, not one a browser. */
export interface EventReader {
  /** In order, at most `eventsPerRead`. */
  readAfter(workspaceId: string, after: number): Promise<readonly NumberedEvent[]>;
}

export function createEventReader(database: Database): EventReader {
  const inFlight = new Map<string, Promise<readonly NumberedEvent[]>>();
  return {
    /** In order, at most `eventsPerRead`. */
    readAfter(workspaceId, after) {
      const key = `${workspaceId} ${after}`;
      const known = inFlight.get(key);
      if (known) return known;
      const read = database
        .inTenant(workspaceId, (transaction) => readEventsAfter(transaction, after, eventsPerRead))
        .finally(() => inFlight.delete(key));
      inFlight.set(key, read);
      return read;
    },
  };
}
