/**
 * Rates as token buckets over the wall clock, so that their state means the same in every process and after a restart.
 * Pure. Within any second at most `capacity + refill per second` tokens can be taken: both are chosen so that this sum
 * is the provider's limit, whatever the moment at which the provider begins to count.
 */
export interface RateRule {
  readonly capacity: number;
  readonly refillPerSecond: number;
}

export interface RateState {
  readonly tokens: number;
  readonly refilledAtMs: number;
  /** Nothing may be sent before; set when the provider throttled. */
  readonly heldUntilMs: number;
  /** How often the provider throttled in a row. */
  readonly strikes: number;
}

export function fullRate(rule: RateRule, nowMs: number): RateState {
  return { tokens: rule.capacity, refilledAtMs: nowMs, heldUntilMs: 0, strikes: 0 };
}

/** A twentieth of a second's messages may go at once, the rest flows. (Meta, "Throughput", 2026: 80 per second) */
export function numberRule(messagesPerSecond: number): RateRule {
  const capacity = Math.max(1, Math.floor(messagesPerSecond / 20));
  return { capacity, refillPerSecond: Math.max(messagesPerSecond - capacity, messagesPerSecond / 2) };
}

/**
 * One message per 6 s to one customer, 45 at once at most, paid back by silence. 100 ms are added to the interval because
 * the provider sees the messages with other delays than they left with. (Meta, "About the platform: pair rate limit")
 */
export const pairRule: RateRule = { capacity: 45, refillPerSecond: 1 / 6.1 };

export function refill(state: RateState, rule: RateRule, nowMs: number): RateState {
  // A clock that was set back gives nothing and takes nothing away.
  const elapsedMs = Math.max(0, nowMs - state.refilledAtMs);
  const tokens = Math.min(rule.capacity, state.tokens + (elapsedMs * rule.refillPerSecond) / 1000);
  return { ...state, tokens, refilledAtMs: Math.max(nowMs, state.refilledAtMs) };
}

/** How many tokens may be taken now. */
export function available(state: RateState, rule: RateRule, nowMs: number): number {
  if (nowMs < state.heldUntilMs) return 0;
  // What a token lacks by rounding alone it has.
  return Math.floor(refill(state, rule, nowMs).tokens + 1e-9);
}

/** Takes tokens that `available` has promised. */
export function take(state: RateState, rule: RateRule, nowMs: number, count: number): RateState {
  const refilled = refill(state, rule, nowMs);
  return { ...refilled, tokens: Math.max(0, refilled.tokens - count) };
}

/** When `count` tokens will be there, if nobody takes any. */
export function readyAtMs(state: RateState, rule: RateRule, nowMs: number, count = 1): number {
  const refilled = refill(state, rule, nowMs);
  const missing = Math.max(0, Math.min(count, rule.capacity) - refilled.tokens);
  return Math.max(state.heldUntilMs, nowMs + Math.ceil((missing * 1000) / rule.refillPerSecond));
}
