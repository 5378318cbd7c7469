import { coexistencePerSecond } from '@renkei/contract';

/**
 * Rates as token buckets over the wall clock, so that their state means the same in every process and after a restart.
 * Pure. A bucket may be drawn on a little ahead of its time: what is taken then is begun when its token comes.
 */
export interface RateRule {
  readonly capacity: number;
  readonly refillPerSecond: number;
}

export interface RateState {
  /** Below 0: so many are taken already of those still to come. */
  readonly tokens: number;
  readonly refilledAtMs: number;
  /** Nothing may be sent before; set when the provider throttled. */
  readonly heldUntilMs: number;
  /** How often the provider throttled in a row. */
  readonly strikes: number;
  /** The share of the rate that was used from `slowedAtMs` on, after the provider found it too much; 1: all of it. */
  readonly share: number;
  readonly slowedAtMs: number;
}

export function fullRate(rule: RateRule, nowMs: number): RateState {
  return {
    tokens: rule.capacity,
    refilledAtMs: nowMs,
    heldUntilMs: 0,
    strikes: 0,
    share: 1,
    slowedAtMs: 0,
  };
}

/** What is left unused, so that the delays of the network never put too much into one second of the provider's. */
const usedShare = 0.995;

/**
 * Within any second at most `capacity + refill`, rounded down, can be taken: that is never more than the provider allows,
 * whatever the moment at which it begins to count. (Meta, "Throughput", 2026: 80, 1,000 or, in coexistence, 20)
 */
export function numberRule(messagesPerSecond: number): RateRule {
  return {
    capacity: Math.max(1, Math.floor(messagesPerSecond * (1 - usedShare))),
    refillPerSecond: messagesPerSecond * usedShare,
  };
}

/** A timer that woke us this late costs nothing: the next send begins so much earlier. */
const madeUpSeconds = 0.008;

/**
 * What may be begun, as it is counted when it is. As with `numberRule`, never more than the provider allows fits into a
 * second: what a delay of our own is made up for with, the refill is lowered by.
 */
export function begunRule(messagesPerSecond: number): RateRule {
  const madeUp = messagesPerSecond * madeUpSeconds;
  return { capacity: 1 + madeUp, refillPerSecond: messagesPerSecond - madeUp };
}

/**
 * One message per 6 s to one customer, 45 at once at most, paid back by silence. (Meta, "About the platform: pair rate
 * limit") The provider counts from when it sees the first, which may be under way for longer than those behind it: one of
 * the 45 is left for up to 6 s of that, and 100 ms are added to the interval.
 */
export const pairRule: RateRule = { capacity: 44, refillPerSecond: 1 / 6.1 };

/** When a pair's bucket that nobody touched is full again: its state says nothing any more. */
export const pairFullAfterMs = (pairRule.capacity / pairRule.refillPerSecond) * 1_000;

/** What remains of the rate after the provider has found it too much, and what comes back of it with each second. */
const slowerShare = 0.8;
const leastShare = 0.25;
const regainedPerSecond = 0.02;

/** The provider found the rate too much: less from now on. It comes back little by little. */
export function slowDown(state: RateState, nowMs: number): RateState {
  return { ...state, share: Math.max(leastShare, shareAt(state, nowMs) * slowerShare), slowedAtMs: nowMs };
}

export function shareAt({ share, slowedAtMs }: RateState, nowMs: number): number {
  return Math.min(1, share + (Math.max(0, nowMs - slowedAtMs) / 1_000) * regainedPerSecond);
}

/** The rule as it is while the number is slowed down. */
export function slowedRule(rule: RateRule, state: RateState, nowMs: number): RateRule {
  const share = shareAt(state, nowMs);
  return {
    capacity: Math.max(1, Math.floor(rule.capacity * share)),
    refillPerSecond: rule.refillPerSecond * share,
  };
}

export function refill(state: RateState, rule: RateRule, nowMs: number): RateState {
  // A clock that was set back gives nothing and takes nothing away.
  const elapsedMs = Math.max(0, nowMs - state.refilledAtMs);
  const tokens = Math.min(rule.capacity, state.tokens + (elapsedMs * rule.refillPerSecond) / 1000);
  return { ...state, tokens, refilledAtMs: Math.max(nowMs, state.refilledAtMs) };
}

/** How many tokens may be taken now, those of the next `aheadMs` included. */
export function available(state: RateState, rule: RateRule, nowMs: number, aheadMs = 0): number {
  if (nowMs < state.heldUntilMs) return 0;
  const { tokens } = refill(state, rule, nowMs);
  // What a token lacks by rounding alone it has.
  return Math.max(0, Math.floor(tokens + (aheadMs * rule.refillPerSecond) / 1000 + 1e-9));
}

/** Takes tokens that `available` has promised. */
export function take(state: RateState, rule: RateRule, nowMs: number, count: number): RateState {
  const refilled = refill(state, rule, nowMs);
  return { ...refilled, tokens: refilled.tokens - count };
}

/** When each of `count` tokens that are taken now may be used, in order. */
export function startTimesMs(
  state: RateState,
  rule: RateRule,
  nowMs: number,
  count: number,
): readonly number[] {
  const { tokens } = refill(state, rule, nowMs);
  return Array.from(
    { length: count },
    (_, index) => nowMs + (Math.max(0, index + 1 - tokens - 1e-9) * 1000) / rule.refillPerSecond,
  );
}

/** When `count` tokens will be there, if nobody takes any. */
export function readyAtMs(state: RateState, rule: RateRule, nowMs: number, count = 1): number {
  const refilled = refill(state, rule, nowMs);
  const missing = Math.max(0, Math.min(count, rule.capacity) - refilled.tokens);
  return Math.max(state.heldUntilMs, nowMs + Math.ceil((missing * 1000) / rule.refillPerSecond));
}

/** When the next turn is worth its transaction: half of what may be taken ahead has come free. */
export function nextTurnMs(state: RateState, rule: RateRule, nowMs: number, aheadMs: number): number {
  const { tokens } = refill(state, rule, nowMs);
  const ahead = (aheadMs * rule.refillPerSecond) / 1000;
  const missing = Math.max(0, Math.max(1, Math.floor(ahead / 2)) - (tokens + ahead));
  return Math.max(state.heldUntilMs, nowMs + Math.ceil((missing * 1000) / rule.refillPerSecond));
}

/**
 * Messages that came in since the state was written use up the number's rate as well. The provider refuses none of them,
 * so that at most half a second of sending is lost to them at once. (Meta, "Throughput": in and out together)
 */
export function countReceived(state: RateState, rule: RateRule, nowMs: number, count: number): RateState {
  const refilled = refill(state, rule, nowMs);
  if (count <= 0) return refilled;
  const elapsedMs = Math.max(0, nowMs - state.refilledAtMs);
  const tokens = state.tokens + (elapsedMs * rule.refillPerSecond) / 1000 - count;
  const least = Math.min(refilled.tokens, -rule.refillPerSecond / 2);
  return { ...refilled, tokens: Math.min(rule.capacity, Math.max(least, tokens)) };
}

/** What a person has set counts instead of what the provider told, but never lifts the limit of coexistence. */
export function messagesPerSecondOf(
  told: { readonly messagesPerSecond: number; readonly onBusinessApp: boolean },
  set: number | null,
): number {
  const wanted = set ?? told.messagesPerSecond;
  return told.onBusinessApp ? Math.min(wanted, coexistencePerSecond) : wanted;
}
