import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allot, type PortfolioState, portfolioPeriodMs, readMessagingLimit } from './portfolio.ts';

const reply = (recipient: string) => ({ recipient, priority: 0 });
const campaign = (recipient: string) => ({ recipient, priority: 2 });

const empty = (limit: number): PortfolioState => ({
  limit,
  started: 0,
  known: new Set(),
  nextOver: [],
  promisedUntil: null,
});

describe('the messaging limit of a portfolio', () => {
  it.each([
    ['TIER_250', 250],
    ['TIER_2K', 2_000],
    ['TIER_10K', 10_000],
    ['TIER_100K', 100_000],
    ['500', 500],
    ['TIER_UNLIMITED', null],
    ['TIER_OF_TOMORROW', null],
    [null, null],
  ])('reads %s as %s', (told, limit) => {
    expect(readMessagingLimit(told)).toBe(limit);
  });

  it('counts each person once', () => {
    const first = allot(empty(1), reply('81900000001'), new Date(0));
    expect(first).toMatchObject({ starts: true });
    expect(allot(first.portfolio, reply('81900000001'), new Date(0))).toMatchObject({ starts: false });
    expect(allot(first.portfolio, reply('81900000002'), new Date(0))).toHaveProperty('waitUntil');
  });

  it('keeps a fiftieth for replies and automations, which a campaign cannot take', () => {
    const nearlyFull = { ...empty(250), started: 244 };
    const last = allot(nearlyFull, campaign('a'), new Date(0));
    expect(last).toMatchObject({ starts: true });
    expect(allot(last.portfolio, campaign('b'), new Date(0))).toHaveProperty('waitUntil');
    expect(allot(last.portfolio, reply('b'), new Date(0))).toMatchObject({ starts: true });
    expect(allot({ ...empty(250), started: 250 }, reply('b'), new Date(0))).toHaveProperty('waitUntil');
  });

  it('promises the places that come free one by one, in their order', () => {
    const full = { ...empty(2), started: 2, nextOver: [new Date(1_000), new Date(2_000)] };
    const first = allot(full, reply('a'), new Date(5_000));
    const second = allot(first.portfolio, reply('b'), new Date(5_000));
    expect(first).toMatchObject({ waitUntil: new Date(1_001 + portfolioPeriodMs) });
    expect(second).toMatchObject({ waitUntil: new Date(2_001 + portfolioPeriodMs) });
    expect(second.portfolio.promisedUntil).toEqual(new Date(2_000));
  });

  it('is never exceeded in any moving 24 hours', () => {
    const hourMs = 60 * 60 * 1_000;
    const asks = fc.array(fc.record({ gapMs: fc.nat(3 * hourMs), person: fc.nat(20).map(String) }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), asks, (limit, questions) => {
        let starts: { at: number; person: string }[] = [];
        const all: { at: number; person: string }[] = [];
        let now = 0;
        for (const { gapMs, person } of questions) {
          now += gapMs;
          const since = now - portfolioPeriodMs;
          starts = starts.filter(({ at }) => at > since);
          const known = new Set(starts.map((start) => start.person));
          const state = { ...empty(limit), started: starts.length, known };
          const allotment = allot(state, reply(person), new Date(now));
          if (!('starts' in allotment) || !allotment.starts) continue;
          starts.push({ at: now, person });
          all.push({ at: now, person });
        }
        for (const { at } of all) {
          const within = all.filter((start) => start.at > at - portfolioPeriodMs && start.at <= at);
          expect(new Set(within.map(({ person }) => person)).size).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });
});
