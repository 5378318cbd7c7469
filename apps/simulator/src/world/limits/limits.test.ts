import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceMessage } from '../pricing/price-message.ts';
import { defaultSettings } from '../settings.ts';
import { markStarted, mayStart } from './messaging-limit.ts';
import { type TokenBucket, takeToken } from './token-bucket.ts';
import { isFreeEntryOpen, isServiceWindowOpen, onAnswer, onInbound } from './window.ts';

const hourMs = 60 * 60 * 1000;

describe('token bucket', () => {
  test('in any stretch of time no more gets through than the burst and what was refilled', () => {
    const rule = { capacity: 45, refillIntervalMs: 6000 };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 }), (gapsMs) => {
        let at = 0;
        let bucket: TokenBucket | undefined;
        const accepted: number[] = [];
        for (const gapMs of gapsMs) {
          at += gapMs;
          const taken = takeToken(bucket, rule, at);
          if (!taken) continue;
          bucket = taken;
          accepted.push(at);
        }
        accepted.forEach((from, first) => {
          const inStretch = accepted.slice(first);
          inStretch.forEach((to, count) => {
            expect(count + 1).toBeLessThanOrEqual(rule.capacity + (to - from) / rule.refillIntervalMs + 1e-9);
          });
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('windows', () => {
  test('open for exactly 24 h from the latest inbound message, also when messages come late', () => {
    const window = onInbound(onInbound({}, 10 * hourMs, false), 2 * hourMs, false);
    expect(isServiceWindowOpen(window, 34 * hourMs - 1)).toBe(true);
    expect(isServiceWindowOpen(window, 34 * hourMs)).toBe(false);
    expect(isServiceWindowOpen({}, 0)).toBe(false);
  });

  test('free entry opens with the answer to an advertisement, if it comes within 24 h', () => {
    const asked = onInbound({}, 0, true);
    const answered = onAnswer(asked, 23 * hourMs, 72);
    expect(isFreeEntryOpen(answered, 95 * hourMs - 1)).toBe(true);
    expect(isFreeEntryOpen(answered, 95 * hourMs)).toBe(false);
    expect(isFreeEntryOpen(onAnswer(asked, 24 * hourMs, 72), 25 * hourMs)).toBe(false);
    expect(isFreeEntryOpen(onAnswer(onInbound({}, 0, false), 1, 72), 2)).toBe(false);
  });
});

describe('pricing by the date of the world', () => {
  const inWindow = (at: number) => onInbound({}, at - 1, false);
  const ask = (category: string, at: number, serviceCount = 0) =>
    priceMessage({ category, window: inWindow(at), at, serviceCount, settings: defaultSettings });
  const may2025 = Date.UTC(2025, 4, 1);
  const may2026 = Date.UTC(2026, 4, 1);
  const november2026 = Date.UTC(2026, 10, 21);

  test.each([
    ['service, 2026-05: free', ask('service', may2026, 5000), 'free_customer_service'],
    ['service, 2026-11: free within the quota', ask('service', november2026, 999), 'free_customer_service'],
    ['service, 2026-11: charged from the 1,001st', ask('service', november2026, 1000), 'regular'],
    ['utility in the window, 2026-05: free', ask('utility', may2026), 'free_customer_service'],
    ['utility in the window, 2026-11: charged', ask('utility', november2026), 'regular'],
    ['marketing in the window: charged', ask('marketing', may2026), 'regular'],
    ['before per-message pricing there is no type', ask('marketing', may2025), undefined],
  ])('%s', (_name, pricing, type) => {
    expect(pricing.type).toBe(type);
    expect(pricing.billable).toBe(type === 'regular' || type === undefined);
  });
});

describe('messaging limit', () => {
  test('counts different users of a moving 24 h, each once', () => {
    const started = new Map<string, number>();
    for (let user = 0; user < 250; user += 1) {
      expect(mayStart(started, String(user), 'TIER_250', user)).toBe(true);
      markStarted(started, String(user), user);
    }
    expect(mayStart(started, 'one more', 'TIER_250', 300)).toBe(false);
    expect(mayStart(started, '17', 'TIER_250', 300)).toBe(true);
    expect(mayStart(started, 'one more', 'TIER_UNLIMITED', 300)).toBe(true);
    expect(mayStart(started, 'one more', 'TIER_250', 24 * hourMs)).toBe(true);
  });
});
