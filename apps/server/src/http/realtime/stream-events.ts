import { roleHasPermission } from '@renkei/contract';
import type { Platform, Principal, StreamAnswer } from '#platform/module';
import { createDoorbell } from './doorbell.ts';
import { eventPermissions } from './event-permissions.ts';
import { type EventReader, eventsPerRead } from './event-reader.ts';

export interface StreamOptions {
  readonly principal: Principal;
  /** The number of the last event the caller has. */
  readonly after: number;
  readonly signal: AbortSignal;
  readonly reader: EventReader;
  /** The principal as of now; undefined once the session has ended. */
  readonly authenticateAgain: () => Promise<Principal | undefined>;
}

/** Wakes are hints: session and events are looked at this often even if none comes. */
const pollMs = 3_000;
const heartbeatMs = 15_000;

/**
 * Everything after a number, then what happens, until the caller leaves or the session ends. Every event is judged by
 * the role the receiver has at that moment. The cursor moves only over what was handed out or may not be seen.
 */
export async function* streamEvents(
  { wake, clock }: Pick<Platform, 'wake' | 'clock'>,
  options: StreamOptions,
): StreamAnswer {
  const { principal, signal, reader } = options;
  const { workspaceId, memberId } = principal;
  const bell = createDoorbell();
  let current: Principal | undefined = principal;
  let mayHaveChanged = true;
  const stopListening = [
    wake.on('events', (detail) => isFor(workspaceId, detail) && bell.ring()),
    wake.on('sessions', (detail) => {
      if (!isFor(memberId, detail)) return;
      mayHaveChanged = true;
      bell.ring();
    }),
  ];
  let checkedAtMs = 0;
  let cursor = options.after;
  let sentAtMs = clock.monotonicMs();
  try {
    // An id of its own, so that a caller who loses the connection before the first event comes back to this place.
    yield { id: String(cursor), data: undefined };
    while (!signal.aborted) {
      if (mayHaveChanged || clock.monotonicMs() - checkedAtMs >= pollMs) {
        mayHaveChanged = false;
        checkedAtMs = clock.monotonicMs();
        current = await options.authenticateAgain();
      }
      if (current === undefined) return;
      const events = await reader.readAfter(workspaceId, cursor);
      for (const { number, event } of events) {
        cursor = number;
        if (!roleHasPermission(current.role, eventPermissions[event.type])) continue;
        yield { id: String(number), data: event };
        sentAtMs = clock.monotonicMs();
      }
      if (events.length === eventsPerRead) continue;
      if (clock.monotonicMs() - sentAtMs >= heartbeatMs - pollMs) {
        yield null;
        sentAtMs = clock.monotonicMs();
      }
      await bell.wait(pollMs, signal);
    }
  } finally {
    for (const stop of stopListening) stop();
  }
}

/** '' is sent to everybody after a lost connection: something may have been missed. */
function isFor(own: string, detail: string): boolean {
  return detail === own || detail === '';
}
