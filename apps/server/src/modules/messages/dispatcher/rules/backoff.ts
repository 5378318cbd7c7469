/** How long to wait after a refusal that will pass. Pure. */

const secondMs = 1_000;
const minuteMs = 60 * secondMs;

/** 1, 2, 4 … s, five minutes at most, up to a fifth longer by chance so that many do not come back at once. */
export function retryDelayMs(attempts: number, chance: number): number {
  const delayMs = Math.min(secondMs * 2 ** Math.max(0, attempts - 1), 5 * minuteMs);
  return Math.round(delayMs * (1 + chance / 5));
}

/** Meta's own rule for one customer: 4^n seconds, n from 0. An hour at most. (Meta, "Cloud API error codes", 131056) */
export function pairHoldMs(strikes: number): number {
  return Math.min(secondMs * 4 ** strikes, 60 * minuteMs);
}

interface HoldRule {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** By the provider's code: limits that are counted by the hour are worth longer waits than those by the second. */
const numberHolds: ReadonlyMap<number, HoldRule> = new Map([
  [130429, { firstMs: secondMs, longestMs: minuteMs }],
  [131057, { firstMs: 15 * secondMs, longestMs: 2 * minuteMs }],
  [131048, { firstMs: 5 * minuteMs, longestMs: 60 * minuteMs }],
  [80007, { firstMs: minuteMs, longestMs: 60 * minuteMs }],
  [4, { firstMs: minuteMs, longestMs: 60 * minuteMs }],
]);
const otherHold: HoldRule = { firstMs: secondMs, longestMs: minuteMs };

/** Doubles with every throttling in a row. `code` is null when the provider could not be reached. */
export function numberHoldMs(code: number | null, strikes: number): number {
  const { firstMs, longestMs } = (code !== null && numberHolds.get(code)) || otherHold;
  return Math.min(firstMs * 2 ** strikes, longestMs);
}
