import { type Clock, systemClock } from '#platform/clock';

/** A wall clock that goes on only when told; the monotonic one is real, for what waits. */
export class TestClock implements Clock {
  readonly sleep = systemClock.sleep;
  readonly every = systemClock.every;
  #nowMs: number;

  constructor(start: Date = new Date()) {
    this.#nowMs = start.getTime();
  }

  now(): Date {
    return new Date(this.#nowMs);
  }

  monotonicMs(): number {
    return performance.now();
  }

  advance(ms: number): void {
    this.#nowMs += ms;
  }
}
