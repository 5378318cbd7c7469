/**
 * The world clock: real time moved by control. `now` is the world's date and can be frozen. `elapsedMs` never
 * stops and never goes back: rates and waiting work run on it, and every jump forward makes it jump too.
 */
export interface WorldClock {
  now(): number;
  readonly elapsedMs: () => number;
  state(): { readonly offsetMs: number; readonly frozenAt?: number | undefined };
  restore(state: { readonly offsetMs: number; readonly frozenAt?: number | undefined }): void;
  /** Returns how far the date jumped forward, in ms (0 when it went back). */
  move(change: ClockChange): number;
}

export interface ClockChange {
  readonly offsetMs?: number | undefined;
  /** World ms to stop at; `null` lets time run on from where it stands. */
  readonly freezeAt?: number | null | undefined;
  readonly advanceMs?: number | undefined;
}

export interface TimeSource {
  readonly now: () => number;
  readonly monotonicMs: () => number;
}

export const systemTime: TimeSource = { now: () => Date.now(), monotonicMs: () => performance.now() };

export function createWorldClock(time: TimeSource = systemTime): WorldClock {
  let offsetMs = 0;
  let frozenAt: number | undefined;
  let jumpedMs = 0;
  const now = () => frozenAt ?? time.now() + offsetMs;
  const freezeOrRun = (freezeAt: number | null) => {
    if (freezeAt === null && frozenAt !== undefined) offsetMs = frozenAt - time.now();
    frozenAt = freezeAt ?? undefined;
  };
  const advance = (advanceMs: number) => {
    if (frozenAt === undefined) offsetMs += advanceMs;
    else frozenAt += advanceMs;
  };
  return {
    now,
    elapsedMs: () => time.monotonicMs() + jumpedMs,
    state: () => ({ offsetMs, frozenAt }),
    restore(state) {
      offsetMs = state.offsetMs;
      frozenAt = state.frozenAt;
    },
    move(change) {
      const before = now();
      if (change.offsetMs !== undefined) offsetMs = change.offsetMs;
      if (change.freezeAt !== undefined) freezeOrRun(change.freezeAt);
      if (change.advanceMs !== undefined) advance(change.advanceMs);
      const forwardMs = Math.max(0, now() - before);
      jumpedMs += forwardMs;
      return forwardMs;
    },
  };
}
