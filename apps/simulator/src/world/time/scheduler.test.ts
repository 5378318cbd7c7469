import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorldClock } from './clock.ts';
import { createScheduler } from './scheduler.ts';

const frozenTime = { now: () => 1_000_000, monotonicMs: () => 0 };

test('whatever the order of asking, due work runs in order of its time, equal times in order of asking', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 }), async (delays) => {
      const clock = createWorldClock(frozenTime);
      const scheduler = createScheduler(clock.elapsedMs);
      const ran: { delayMs: number; index: number }[] = [];
      delays.forEach((delayMs, index) => scheduler.after(delayMs, () => ran.push({ delayMs, index })));
      clock.move({ advanceMs: 50 });
      scheduler.wake();
      await expect.poll(() => ran.length, { interval: 1 }).toBe(delays.length);
      const expected = delays
        .map((delayMs, index) => ({ delayMs, index }))
        .sort((left, right) => left.delayMs - right.delayMs || left.index - right.index);
      expect(ran).toEqual(expected);
      scheduler.stop();
    }),
    { numRuns: 30 },
  );
});

test('a frozen date stands still while waiting work goes on', () => {
  let monotonicMs = 0;
  const clock = createWorldClock({ now: () => 5000 + monotonicMs, monotonicMs: () => monotonicMs });
  clock.move({ freezeAt: 9000 });
  monotonicMs += 700;
  expect(clock.now()).toBe(9000);
  expect(clock.elapsedMs()).toBe(4000 + 700);
  clock.move({ freezeAt: null });
  monotonicMs += 300;
  expect(clock.now()).toBe(9300);
});

test('the elapsed clock never goes back, whatever control does to the date', () => {
  const change = fc.oneof(
    fc.record({ offsetMs: fc.integer({ min: -1e9, max: 1e9 }) }),
    fc.record({ freezeAt: fc.option(fc.integer({ min: 0, max: 2e12 })) }),
    fc.record({ advanceMs: fc.integer({ min: 0, max: 1e9 }) }),
  );
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const clock = createWorldClock(frozenTime);
      let before = clock.elapsedMs();
      for (const next of changes) {
        clock.move(next);
        expect(clock.elapsedMs()).toBeGreaterThanOrEqual(before);
        before = clock.elapsedMs();
      }
    }),
  );
});
