import { expect, test, vi } from 'vitest';
import { type SubscribeEventsOptions, subscribeEvents } from './subscribe-events.ts';

const channelId = '0190a0a0-0000-7000-8000-000000000002';

/** An EventSource that does what the test says. */
class FakeEventSource extends EventTarget {
  readonly url: string;
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  isClosed = false;

  constructor(url: string) {
    super();
    this.url = url;
  }

  open() {
    this.readyState = 1;
    this.onopen?.();
  }

  say(type: string, lastEventId: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(type, { lastEventId, data: JSON.stringify(data) }));
  }

  refuse() {
    this.readyState = 2;
    this.onerror?.();
  }

  close() {
    this.isClosed = true;
  }
}

function listen() {
  const sources: FakeEventSource[] = [];
  const onEvent = vi.fn<SubscribeEventsOptions['onEvent']>();
  const onState = vi.fn<NonNullable<SubscribeEventsOptions['onState']>>();
  const stop = subscribeEvents({
    baseUrl: '',
    onEvent,
    onState,
    retryAfterMs: 1000,
    createEventSource: (url) => {
      const source = new FakeEventSource(url);
      sources.push(source);
      // The browser's class has constants and getters that nothing here reads.
      return source as unknown as EventSource;
    },
  });
  const latest = () => {
    const source = sources.at(-1);
    if (source === undefined) throw new Error('nothing has connected');
    return source;
  };
  return { sources, latest, onEvent, onState, stop };
}

test('named and unnamed events are parsed, unknown ones of a newer server are let go', () => {
  const { latest, onEvent } = listen();
  latest().say('channel.updated', '7', { type: 'channel.updated', channelId });
  latest().say('message', '8', { type: 'channel.updated', channelId });
  latest().say('message', '9', { type: 'planet.updated', planetId: 'x' });
  expect(onEvent.mock.calls.map(([, id]) => id)).toEqual(['7', '8']);
});

test('after a refusal the next connection goes on behind the last event seen', () => {
  vi.useFakeTimers();
  const { sources, latest, onState } = listen();
  expect(latest().url).toBe('/v1/events');
  latest().open();
  expect(onState).toHaveBeenLastCalledWith('open', false);
  latest().say('message', '41', { type: 'channel.updated', channelId });
  latest().refuse();
  expect(onState).toHaveBeenLastCalledWith('waiting', true);
  vi.advanceTimersByTime(1000);
  expect(sources).toHaveLength(2);
  expect(latest().url).toBe('/v1/events?lastEventId=41');
  latest().open();
  expect(onState).toHaveBeenLastCalledWith('open', true);
  vi.useRealTimers();
});

test('stopping closes the connection and makes no other', () => {
  vi.useFakeTimers();
  const { sources, latest, stop } = listen();
  latest().refuse();
  stop();
  vi.advanceTimersByTime(60_000);
  expect(sources).toHaveLength(1);
  expect(latest().isClosed).toBe(true);
  vi.useRealTimers();
});
