import type { RenkeiEvent } from '@renkei/contract';
import { type EventStreamState, subscribeEvents } from '@renkei/sdk';
import { useSyncExternalStore } from 'react';

/** Events come in bursts (sent, delivered, read); one look at the server per burst is enough. */
const batchMs = 40;

interface RealtimeOptions {
  readonly onEvents: (events: readonly RenkeiEvent[]) => void;
  /** The stream begins anew: whatever was fetched before this moment may have missed something. */
  readonly onStart: (openedAt: number) => void;
}

export function startRealtime({ onEvents, onStart }: RealtimeOptions): () => void {
  let waiting: RenkeiEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const events = waiting;
    waiting = [];
    onEvents(events);
  };
  let lastEventId: string | undefined;
  const subscribeAgain = () =>
    subscribeEvents({
      baseUrl: '',
      lastEventId,
      onEvent: (event, eventId) => {
        lastEventId = eventId;
        waiting.push(event);
        timer ??= setTimeout(flush, batchMs);
      },
      onState: (state, resumed) => {
        setState(state);
        if (state === 'open' && !resumed) onStart(Date.now());
      },
    });
  let stop = subscribeAgain();
  // A stream over a lost network stays silent for minutes before it fails: the browser knows sooner.
  const goOffline = () => {
    stop();
    setState('waiting');
  };
  const goOnline = () => {
    stop();
    stop = subscribeAgain();
  };
  window.addEventListener('offline', goOffline);
  window.addEventListener('online', goOnline);
  return () => {
    window.removeEventListener('offline', goOffline);
    window.removeEventListener('online', goOnline);
    stop();
    clearTimeout(timer);
    setState('connecting');
  };
}

export function useRealtimeState(): EventStreamState {
  return useSyncExternalStore(subscribe, () => currentState);
}

let currentState: EventStreamState = 'connecting';
const listeners = new Set<() => void>();

function setState(state: EventStreamState): void {
  currentState = state;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
