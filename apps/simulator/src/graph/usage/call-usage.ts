/**
 * Graph's hourly budgets. Management calls: 200 an hour per app and WABA, 5,000 when the WABA has a registered
 * number; what concerns no WABA counts against the app (Meta: rate limits, 2026). Sends are not counted here. Not in
 * the journal: a restarted simulator starts with whole budgets.
 */
export interface CallUsage {
  /** Counts one call against a budget: an hour's, unless told. */
  take(key: string, budget: number, elapsedMs: number, periodMs?: number): Usage;
  clear(): void;
}

export interface Usage {
  readonly isAllowed: boolean;
  /** Of the hour's budget, 0 to 100 and above once it is exceeded. */
  readonly percent: number;
  /** 0 while calls are allowed. */
  readonly minutesToRegainAccess: number;
}

interface Count {
  readonly startedAt: number;
  calls: number;
}

const hourMs = 60 * 60 * 1000;

export function createCallUsage(): CallUsage {
  const counts = new Map<string, Count>();
  return {
    take(key, budget, elapsedMs, periodMs = hourMs) {
      const before = counts.get(key);
      const isRunning = before !== undefined && elapsedMs < before.startedAt + periodMs;
      const count = isRunning ? before : { startedAt: elapsedMs, calls: 0 };
      counts.set(key, count);
      count.calls += 1;
      const isAllowed = count.calls <= budget;
      const leftMs = count.startedAt + periodMs - elapsedMs;
      return {
        isAllowed,
        percent: Math.floor((count.calls / budget) * 100),
        minutesToRegainAccess: isAllowed ? 0 : Math.ceil(leftMs / 60_000),
      };
    },
    clear: () => counts.clear(),
  };
}
