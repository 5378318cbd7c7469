import { setTimeout as pause } from 'node:timers/promises';

/**
 * Time, injected: the wall clock for what people and providers see, the monotonic one for time-outs and rates, and the
 * waiting for both. Whoever waits through this can be run under a clock that somebody else moves.
 */
export interface Clock {
  now(): Date;
  /** Milliseconds that only ever grow; meaningless across processes. */
  monotonicMs(): number;
  /** Resolves after this long, or as soon as the signal is aborted; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls again and again, first after this long, until the function it gives is called. */
  every(ms: number, call: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
  async sleep(ms, signal) {
    await pause(ms, undefined, signal && { signal }).catch(() => undefined);
  },
  every(ms, call) {
    const timer = setInterval(call, ms);
    return () => clearInterval(timer);
  },
};
