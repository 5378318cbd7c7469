import { describe, expect, it } from 'vitest';
import { runSeed } from './run-seed.ts';

describe('a seed', () => {
  it.each([1, 2, 31, 66])('tells the same story every time (%i)', async (seed) => {
    const first = await runSeed(seed, { isTold: true });
    const second = await runSeed(seed, { isTold: true });
    expect(first.story.length).toBeGreaterThan(10);
    expect(second.story).toEqual(first.story);
  });

  it('goes the same way whether it is told or not', async () => {
    const [told, untold] = [await runSeed(7, { isTold: true }), await runSeed(7)];
    expect(untold.steps).toBe(told.steps);
  });
});
