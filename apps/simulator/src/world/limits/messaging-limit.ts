/** How many different users a portfolio may start with in 24 h, by tier (Meta: messaging limits, 2026-05-21). */
const usersByTier: Readonly<Record<string, number>> = {
  TIER_50: 50,
  TIER_250: 250,
  TIER_1K: 1000,
  TIER_2K: 2000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
};

/** The steps a limit grows by; TIER_50 and TIER_1K are of old and grow to the next step of today. */
const nextTiers: Readonly<Record<string, string>> = {
  TIER_50: 'TIER_250',
  TIER_250: 'TIER_2K',
  TIER_1K: 'TIER_2K',
  TIER_2K: 'TIER_10K',
  TIER_10K: 'TIER_100K',
  TIER_100K: 'TIER_UNLIMITED',
};

const periodMs = 24 * 60 * 60 * 1000;

/** Users a portfolio has started with, and when last (world ms); oldest first. */
export type StartedUsers = Map<string, number>;

/** Undefined for a tier without a limit. */
export function usersOf(tier: string): number | undefined {
  return usersByTier[tier];
}

export function nextTier(tier: string): string | undefined {
  return nextTiers[tier];
}

/**
 * Whether a template outside the customer service window may still go to this user. Several messages to one user
 * count once; an unknown tier or `TIER_UNLIMITED` has no limit.
 */
export function mayStart(started: StartedUsers | undefined, waId: string, tier: string, at: number): boolean {
  const limit = usersOf(tier);
  if (limit === undefined || !started) return true;
  const since = at - periodMs;
  const last = started.get(waId);
  if (last !== undefined && last > since) return true;
  return countStarted(started, since) < limit;
}

/** Those started with since a time. The map is in order, so that only what is too old is looked at. */
function countStarted(started: StartedUsers, since: number): number {
  let outdated = 0;
  for (const startedAt of started.values()) {
    if (startedAt > since) break;
    outdated += 1;
  }
  return started.size - outdated;
}

export function markStarted(started: StartedUsers, waId: string, at: number): void {
  started.delete(waId);
  started.set(waId, at);
  for (const [user, startedAt] of started) {
    if (startedAt > at - periodMs) break;
    started.delete(user);
  }
}
