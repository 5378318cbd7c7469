import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalWaits } from '#modules/channels';
import { holdMs, retryDelayMs } from './backoff.ts';
import {
  available,
  begunRule,
  countReceived,
  fullRate,
  messagesPerSecondOf,
  numberRule,
  pairRule,
  type RateRule,
  readyAtMs,
  refill,
  shareAt,
  slowDown,
  slowedRule,
  startTimesMs,
  take,
} from './rates.ts';

/** Takes as much as is allowed whenever somebody asks, as a busy dispatcher does; gives the times of what was sent. */
function sendGreedily(
  rule: RateRule,
  gapsMs: readonly number[],
  wanted: number,
  aheadMs = 0,
): readonly number[] {
  let nowMs = 1_000_000;
  let state = fullRate(rule, nowMs);
  const sentAt: number[] = [];
  for (const gapMs of gapsMs) {
    nowMs += gapMs;
    const count = Math.min(wanted, available(state, rule, nowMs, aheadMs));
    sentAt.push(...startTimesMs(state, rule, nowMs, count));
    state = take(state, rule, nowMs, count);
  }
  return sentAt;
}

/** The most messages within any window of this length. */
function mostWithin(sentAt: readonly number[], windowMs: number): number {
  let first = 0;
  let most = 0;
  for (const [index, at] of sentAt.entries()) {
    while ((sentAt[first] ?? at) <= at - windowMs) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

const rates = fc.constantFrom(5, 20, 80, 250, 400, 1000);
const gaps = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 400 });

describe('the rate of a number', () => {
  it('is never exceeded in any second, whenever the provider begins to count', () => {
    fc.assert(
      fc.property(rates, gaps, fc.integer({ min: 0, max: 200 }), (messagesPerSecond, gapsMs, aheadMs) => {
        const sentAt = sendGreedily(numberRule(messagesPerSecond), gapsMs, 100, aheadMs);
        expect(mostWithin(sentAt, 1_000)).toBeLessThanOrEqual(messagesPerSecond);
      }),
    );
  });

  it('is not exceeded either by what is begun late and made up for', () => {
    fc.assert(
      fc.property(rates, gaps, (messagesPerSecond, gapsMs) => {
        const sentAt = sendGreedily(begunRule(messagesPerSecond), gapsMs, 100);
        expect(mostWithin(sentAt, 1_000)).toBeLessThanOrEqual(messagesPerSecond);
      }),
    );
  });

  it('is used by 98 % when there is always work and somebody looks every 50 ms', () => {
    for (const messagesPerSecond of [20, 80, 400, 1000]) {
      const tenSeconds = Array.from({ length: 200 }, () => 50);
      const sentAt = sendGreedily(numberRule(messagesPerSecond), tenSeconds, 100, 100);
      const withinTen = sentAt.filter((at) => at <= 1_010_000).length;
      expect(withinTen / (10 * messagesPerSecond)).toBeGreaterThan(0.98);
    }
  });

  it('falls by a fifth when the provider finds it too much, and comes back within the minute', () => {
    const rule = numberRule(80);
    const slowed = slowDown(fullRate(rule, 0), 0);
    const rateAt = (nowMs: number) => slowedRule(rule, slowed, nowMs).refillPerSecond / rule.refillPerSecond;
    expect(rateAt(0)).toBeCloseTo(0.8);
    expect(rateAt(5_000)).toBeCloseTo(0.9);
    expect(rateAt(60_000)).toBe(1);
    expect(shareAt(slowDown(slowed, 0), 0)).toBeCloseTo(0.64);
    const often = Array.from({ length: 50 }).reduce<typeof slowed>((state) => slowDown(state, 0), slowed);
    expect(shareAt(often, 0)).toBe(0.25);
  });

  it('is used up by what comes in, half a second of it at most, and not by what came long ago', () => {
    const rule = numberRule(80);
    const busy = countReceived(fullRate(rule, 0), rule, 0, 11);
    expect(busy.tokens).toBe(-10);
    expect(available(busy, rule, 0)).toBe(0);
    expect(countReceived(busy, rule, 0, 10_000).tokens).toBeCloseTo(-rule.refillPerSecond / 2);
    expect(countReceived(fullRate(rule, 0), rule, 60_000, 100).tokens).toBe(rule.capacity);
  });

  it('is what a person sets, but never more than 20 in coexistence', () => {
    const standard = { messagesPerSecond: 80, onBusinessApp: false };
    expect(messagesPerSecondOf(standard, null)).toBe(80);
    expect(messagesPerSecondOf(standard, 400)).toBe(400);
    expect(messagesPerSecondOf({ messagesPerSecond: 20, onBusinessApp: true }, 5)).toBe(5);
    expect(messagesPerSecondOf({ messagesPerSecond: 80, onBusinessApp: true }, 400)).toBe(20);
  });

  it('survives a restart: what was spent stays spent', () => {
    const rule = numberRule(80);
    const spent = take(fullRate(rule, 0), rule, 0, rule.capacity);
    const stored = JSON.parse(JSON.stringify(spent));
    expect(available(stored, rule, 1)).toBe(0);
  });

  it('is not refilled by a clock that was set back', () => {
    const rule = numberRule(80);
    const spent = take(fullRate(rule, 10_000), rule, 10_000, rule.capacity);
    expect(refill(spent, rule, 0)).toEqual(spent);
  });
});

describe('the rate of a pair', () => {
  it('lets 44 go at once and then one per six seconds', () => {
    const state = take(fullRate(pairRule, 0), pairRule, 0, 44);
    expect(available(state, pairRule, 0)).toBe(0);
    expect(available(state, pairRule, 6_000)).toBe(0);
    expect(readyAtMs(state, pairRule, 0)).toBe(6_100);
    expect(available(state, pairRule, 6_100)).toBe(1);
  });

  it('never exceeds the provider’s own bucket, although some are under way for longer than others', () => {
    const sends = fc.array(
      fc.record({ gapMs: fc.integer({ min: 0, max: 9_000 }), delayMs: fc.integer({ min: 0, max: 5_900 }) }),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(sends, (all) => {
        const sentAt = sendGreedily(
          pairRule,
          all.map(({ gapMs }) => gapMs),
          3,
        );
        let tokens = 45;
        let before = Number.NEGATIVE_INFINITY;
        for (const [index, at] of sentAt.entries()) {
          // One after the other, as messages of a conversation go.
          const seenAt = Math.max(before, at + (all[index % all.length]?.delayMs ?? 0));
          tokens = Math.min(45, tokens + (seenAt - before) / 6_000) - 1;
          before = seenAt;
          expect(tokens).toBeGreaterThan(-1e-6);
        }
      }),
    );
  });

  it('is held until the time the provider’s refusal asks for', () => {
    const held = { ...fullRate(pairRule, 0), heldUntilMs: 4_000 };
    expect(available(held, pairRule, 3_999)).toBe(0);
    expect(available(held, pairRule, 4_000)).toBe(44);
  });
});

describe('back-off', () => {
  const { retry, hold_pair: pair, hold_number: number } = refusalWaits;

  it('waits 4^n seconds for a pair, an hour at most', () => {
    expect([0, 1, 2, 3].map((strikes) => holdMs(pair, strikes))).toEqual([1_000, 4_000, 16_000, 64_000]);
    expect(holdMs(pair, 20)).toBe(3_600_000);
  });

  it('doubles for a retry, spreads by a fifth, and stays within six minutes', () => {
    expect([1, 2, 3].map((attempts) => retryDelayMs(retry, attempts, 0))).toEqual([1_000, 2_000, 4_000]);
    expect(retryDelayMs(retry, 1, 0.999)).toBe(1_200);
    expect(retryDelayMs(retry, 50, 0.999)).toBeLessThanOrEqual(360_000);
  });

  it('doubles for a number, a minute at most', () => {
    expect(holdMs(number, 3)).toBe(8_000);
    expect(holdMs(number, 30)).toBe(60_000);
  });
});
