/**
 * Graph's hourly budgets. Management calls: 200 an hour per app and WABA, 5,000 when the WABA has a registered
 * number; what concerns no WABA counts against the app (Meta: rate limits, 2026). Sends are not counted here. Not in
 * the journal: a restarted simulator starts with whole budgets.
 */
export interface CallUsage {
  /** Counts one call against a budget. */
  take(key: string, perHour: number, elapsedMs: number): Usage;
  clear(): void;
}

export interface Usage {
  readonly isAllowed: boolean;
  /** Of the hour's budget, 0 to 100 and above once it is exceeded. */
  readonly percent: number;
  /** 0 while calls are allowed. */
  readonly minutesToRegainAccess: number;
}

interface Hour {
  readonly startedAt: number;
  calls: number;
}

const hourMs = 60 * 60 * 1000;

export function createCallUsage(): CallUsage {
  const hours = new Map<string, Hour>();
  return {
    take(key, perHour, elapsedMs) {
      const before = hours.get(key);
      const isRunning = before !== undefined && elapsedMs < before.startedAt + hourMs;
      const hour = isRunning ? before : { startedAt: elapsedMs, calls: 0 };
      hours.set(key, hour);
      hour.calls += 1;
      const isAllowed = hour.calls <= perHour;
      const leftMs = hour.startedAt + hourMs - elapsedMs;
      return {
        isAllowed,
        percent: Math.floor((hour.calls / perHour) * 100),
        minutesToRegainAccess: isAllowed ? 0 : Math.ceil(leftMs / 60_000),
      };
    },
    clear: () => hours.clear(),
  };
}
