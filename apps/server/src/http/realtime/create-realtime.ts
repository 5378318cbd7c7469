import { routes } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import { readLastEventNumber } from '#platform/events';
import { bind, type Platform, type Principal, type RouteBinding } from '#platform/module';
import { createEventReader } from './event-reader.ts';
import { streamEvents } from './stream-events.ts';

/** Open streams of one member at most: tabs are closed and forgotten, loops are not. */
const streamsPerMember = 32;

interface Sessions {
  /** The principal of the same session as of now; undefined once it has ended. */
  readonly refreshPrincipal: (principal: Principal) => Promise<Principal | undefined>;
}

export interface Realtime {
  readonly routes: readonly RouteBinding[];
  /** The process stops: all streams end, and browsers connect to another one or wait. */
  endStreams(): void;
}

export function createRealtime(platform: Platform, { refreshPrincipal }: Sessions): Realtime {
  const stopping = new AbortController();
  const reader = createEventReader(platform.database);
  const open = new Map<string, number>();
  const gauge = platform.metrics.gauge('renkei_event_streams', 'Open event streams');

  async function* counted(memberId: string, events: ReturnType<typeof streamEvents>) {
    open.set(memberId, (open.get(memberId) ?? 0) + 1);
    gauge.inc();
    try {
      yield* events;
    } finally {
      gauge.dec();
      const left = (open.get(memberId) ?? 1) - 1;
      if (left === 0) open.delete(memberId);
      else open.set(memberId, left);
    }
  }

  const binding = bind(routes.streamEvents, async (principal, { query, headers, signal }) => {
    const { workspaceId, memberId } = principal;
    if ((open.get(memberId) ?? 0) >= streamsPerMember) throw new RenkeiError('too_many_requests');
    const newest = await platform.database.inTenant(workspaceId, readLastEventNumber);
    // A browser that reconnects by itself keeps the address and puts the newer number into the header.
    const after = parseNumber(headers['last-event-id']) ?? query.lastEventId ?? newest;
    const events = streamEvents(platform, {
      principal,
      // A number from the future is one of another database: the stream begins now.
      after: Math.min(after, newest),
      signal: AbortSignal.any([signal, stopping.signal]),
      reader,
      authenticateAgain: () => refreshPrincipal(principal),
    });
    return counted(memberId, events);
  });
  return { routes: [binding], endStreams: () => stopping.abort() };
}

function parseNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
