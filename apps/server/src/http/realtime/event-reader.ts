import type { Database } from '#platform/database';
import { type NumberedEvent, readEventsAfter } from './store.ts';

/** Reads of the event table, shared by the connections that want the same: one query a wake-up, not one a browser. */
export interface EventReader {
  readAfter(workspaceId: string, after: number): Promise<readonly NumberedEvent[]>;
}

export function createEventReader(database: Database): EventReader {
  const inFlight = new Map<string, Promise<readonly NumberedEvent[]>>();
  return {
    readAfter(workspaceId, after) {
      const key = `${workspaceId} ${after}`;
      const known = inFlight.get(key);
      if (known) return known;
      const read = readEventsAfter(database, workspaceId, after).finally(() => inFlight.delete(key));
      inFlight.set(key, read);
      return read;
    },
  };
}
