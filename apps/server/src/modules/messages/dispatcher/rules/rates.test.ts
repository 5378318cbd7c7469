import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberHoldMs, pairHoldMs, retryDelayMs } from './backoff.ts';
import {
  available,
  fullRate,
  numberRule,
  pairRule,
  type RateRule,
  readyAtMs,
  refill,
  take,
} from './rates.ts';

/** Takes as much as is allowed whenever somebody asks, as a busy dispatcher does; gives the times of what was sent. */
function sendGreedily(rule: RateRule, gapsMs: readonly number[], wanted: number): readonly number[] {
  let nowMs = 1_000_000;
  let state = fullRate(rule, nowMs);
  const sentAt: number[] = [];
  for (const gapMs of gapsMs) {
    nowMs += gapMs;
    const count = Math.min(wanted, available(state, rule, nowMs));
    state = take(state, rule, nowMs, count);
    sentAt.push(...Array.from({ length: count }, () => nowMs));
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

const gaps = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 400 });

describe('the rate of a number', () => {
  it('is never exceeded in any second, whenever the provider begins to count', () => {
    fc.assert(
      fc.property(fc.constantFrom(20, 80, 1000), gaps, (messagesPerSecond, gapsMs) => {
        const sentAt = sendGreedily(numberRule(messagesPerSecond), gapsMs, 100);
        expect(mostWithin(sentAt, 1_000)).toBeLessThanOrEqual(messagesPerSecond);
      }),
    );
  });

  it('is used by 95 % when there is always work', () => {
    for (const messagesPerSecond of [80, 1000]) {
      const tenSeconds = Array.from({ length: 1_000 }, () => 10);
      const sentAt = sendGreedily(numberRule(messagesPerSecond), tenSeconds, 100);
      expect(sentAt.length / (10 * messagesPerSecond)).toBeGreaterThan(0.945);
    }
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
  it('lets 45 go at once and then one per six seconds', () => {
    const state = take(fullRate(pairRule, 0), pairRule, 0, 45);
    expect(available(state, pairRule, 0)).toBe(0);
    expect(available(state, pairRule, 6_000)).toBe(0);
    expect(readyAtMs(state, pairRule, 0)).toBe(6_100);
    expect(available(state, pairRule, 6_100)).toBe(1);
  });

  it('never exceeds the provider’s own bucket', () => {
    const slow = fc.array(fc.integer({ min: 0, max: 9_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(slow, (gapsMs) => {
        const sentAt = sendGreedily(pairRule, gapsMs, 3);
        let tokens = 45;
        let before = sentAt[0] ?? 0;
        for (const at of sentAt) {
          tokens = Math.min(45, tokens + (at - before) / 6_000) - 1;
          before = at;
          expect(tokens).toBeGreaterThan(-1e-6);
        }
      }),
    );
  });

  it('is held until the time the provider’s refusal asks for', () => {
    const held = { ...fullRate(pairRule, 0), heldUntilMs: 4_000 };
    expect(available(held, pairRule, 3_999)).toBe(0);
    expect(available(held, pairRule, 4_000)).toBe(45);
  });
});

describe('back-off', () => {
  it('waits 4^n seconds for a pair, an hour at most', () => {
    expect([0, 1, 2, 3].map(pairHoldMs)).toEqual([1_000, 4_000, 16_000, 64_000]);
    expect(pairHoldMs(20)).toBe(3_600_000);
  });

  it('doubles for a retry, spreads by a fifth, and stays within six minutes', () => {
    expect([1, 2, 3].map((attempts) => retryDelayMs(attempts, 0))).toEqual([1_000, 2_000, 4_000]);
    expect(retryDelayMs(1, 0.999)).toBe(1_200);
    expect(retryDelayMs(50, 0.999)).toBeLessThanOrEqual(360_000);
  });

  it('waits longer for limits that are counted by the hour', () => {
    expect(numberHoldMs(130429, 0)).toBe(1_000);
    expect(numberHoldMs(80007, 0)).toBe(60_000);
    expect(numberHoldMs(131048, 9)).toBe(3_600_000);
    expect(numberHoldMs(null, 3)).toBe(8_000);
  });
});
