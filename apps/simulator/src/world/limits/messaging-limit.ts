/** How many different users a portfolio may start with in 24 h, by tier (Meta: messaging limits, 2026-05-21). */
const usersByTier: Readonly<Record<string, number>> = {
  TIER_50: 50,
  TIER_250: 250,
  TIER_1K: 1000,
  TIER_2K: 2000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
};

const periodMs = 24 * 60 * 60 * 1000;

/** Users a portfolio has started with, and when last (world ms); oldest first. */
export type StartedUsers = Map<string, number>;

/**
 * Whether a template outside the customer service window may still go to this user. Several messages to one user
 * count once; an unknown tier or `TIER_UNLIMITED` has no limit.
 */
export function mayStart(started: StartedUsers | undefined, waId: string, tier: string, at: number): boolean {
  const limit = usersByTier[tier];
  if (limit === undefined || !started) return true;
  const since = at - periodMs;
  const last = started.get(waId);
  if (last !== undefined && last > since) return true;
  for (const [user, startedAt] of started) {
    if (startedAt > since) break;
    started.delete(user);
  }
  return started.size < limit;
}

export function markStarted(started: StartedUsers, waId: string, at: number): void {
  started.delete(waId);
  started.set(waId, at);
}
