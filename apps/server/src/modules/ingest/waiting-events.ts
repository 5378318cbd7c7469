import type { NewRawEvent } from './store-events.ts';

/** An event and the request that waits for it to be stored. */
export interface Waiting {
  readonly event: NewRawEvent;
  readonly sinceMs: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface WaitingEvents {
  readonly isEmpty: boolean;
  /** False when there is no room for another. */
  add(waiting: Waiting): boolean;
  /** The oldest, as many as go into one transaction; at least one of whatever size. */
  takeBatch(): readonly Waiting[];
  takeOlderThan(limitMs: number): readonly Waiting[];
}

const batchRows = 256;
const batchBytes = 1024 * 1024;
/** Beyond this the sender is better served by trying again later. */
const waitingRows = 4_096;
const waitingBytes = 64 * 1024 * 1024;

/** What waits to be stored, in the order of arrival, within bounds. */
export function createWaitingEvents(): WaitingEvents {
  let queue: Waiting[] = [];
  let queuedBytes = 0;

  function take(rows: number): readonly Waiting[] {
    const taken = queue.slice(0, rows);
    queue = queue.slice(rows);
    for (const { event } of taken) queuedBytes -= event.body.byteLength;
    return taken;
  }

  return {
    get isEmpty() {
      return queue.length === 0;
    },
    add(waiting) {
      if (queue.length >= waitingRows || queuedBytes >= waitingBytes) return false;
      queue.push(waiting);
      queuedBytes += waiting.event.body.byteLength;
      return true;
    },
    takeBatch() {
      let rows = 0;
      let bytes = 0;
      for (const { event } of queue) {
        if (rows === batchRows || (rows > 0 && bytes + event.body.byteLength > batchBytes)) break;
        rows += 1;
        bytes += event.body.byteLength;
      }
      return take(rows);
    },
    takeOlderThan: (limitMs) => take(queue.findLastIndex(({ sinceMs }) => sinceMs < limitMs) + 1),
  };
}
