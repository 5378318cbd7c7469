/** Time, injected: the wall clock for what people and providers see, the monotonic one for time-outs and rates. */
export interface Clock {
  now(): Date;
  /** Milliseconds that only ever grow; meaningless across processes. */
  monotonicMs(): number;
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
};
