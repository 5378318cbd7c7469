import { eventSchema, type RenkeiEvent, routes } from '@renkei/contract';
import { queryOf } from './create-client.ts';

export type EventStreamState = 'connecting' | 'open' | 'waiting';

export interface SubscribeEventsOptions {
  readonly baseUrl: string;
  readonly onEvent: (event: RenkeiEvent, eventId: string) => void;
  /** `open` tells whether the stream went on where it had stopped; if not, what is on the screen may be old. */
  readonly onState?: (state: EventStreamState, resumed: boolean) => void;
  readonly createEventSource?: (url: string) => EventSource;
  /** The stream goes on after this event, seen by an earlier subscription. */
  readonly lastEventId?: string | undefined;
  /** Wait before a new connection after the server refused one; doubled up to 15 s. */
  readonly retryAfterMs?: number;
}

const maximumRetryMs = 15_000;

/**
 * Listens to what happens in the workspace. A lost connection is made again and goes on after the last event seen,
 * by the browser itself (Last-Event-ID) or, when the server answered with an error, by us (`lastEventId`).
 * Returns the function that ends it.
 */
export function subscribeEvents(options: SubscribeEventsOptions): () => void {
  const { baseUrl, onEvent, onState } = options;
  const create = options.createEventSource ?? ((url) => new EventSource(url));
  const firstRetryMs = options.retryAfterMs ?? 1000;
  let retryMs = firstRetryMs;
  let { lastEventId } = options;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const onMessage = (message: MessageEvent<string>) => {
    if (message.lastEventId !== '') lastEventId = message.lastEventId;
    const event = parseEvent(message.data);
    if (event !== undefined) onEvent(event, message.lastEventId);
  };

  const connect = () => {
    onState?.('connecting', lastEventId !== undefined);
    const current = create(`${baseUrl}${routes.streamEvents.path}${queryOf({ lastEventId })}`);
    source = current;
    current.onopen = () => {
      retryMs = firstRetryMs;
      onState?.('open', lastEventId !== undefined);
    };
    current.onerror = () => {
      onState?.('waiting', lastEventId !== undefined);
      if (current.readyState !== closed) return;
      timer = setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, maximumRetryMs);
    };
    for (const type of eventTypes) current.addEventListener(type, onMessage);
  };

  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/** EventSource.CLOSED, which is not there where there is no EventSource. */
const closed = 2;

/** The server may name its events or not; both reach us. */
const eventTypes = ['message', ...eventSchema.options.map((option) => option.shape.type.value)];

/** Undefined for an event of a newer server: one we do not know changes nothing that we show. */
function parseEvent(data: string): RenkeiEvent | undefined {
  try {
    return eventSchema.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
