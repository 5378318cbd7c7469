import { describe, expect, test } from 'vitest';
import { createProblem } from '#platform/errors';
import { explainHolds, type HoldFacts } from './explain-holds.ts';
import type { HeldGroup } from './store-health.ts';

const now = new Date('2026-11-22T12:00:00Z');
const later = new Date('2026-11-22T14:05:00Z');
const nothing: HoldFacts = {
  now,
  isSystemHeld: false,
  channel: { state: 'connected', problem: null },
  numberHeldUntilMs: 0,
  queuedCount: 7,
  groups: [],
};
const group = (reason: string, more: Partial<HeldGroup> = {}): HeldGroup => ({
  reason,
  count: 1,
  until: later,
  ends: false,
  problem: null,
  ...more,
});

test('a queue that moves is not held', () => {
  expect(explainHolds(nothing)).toEqual([]);
});

test('what stops everything counts the whole queue, the widest reason first', () => {
  const problem = createProblem('channel_token_wrong');
  const holds = explainHolds({
    ...nothing,
    isSystemHeld: true,
    channel: { state: 'token_expired', problem },
    numberHeldUntilMs: later.getTime(),
    groups: [group('order')],
  });
  expect(holds.map(({ reason, count }) => [reason, count])).toEqual([
    ['system_held', 7],
    ['channel_state', 7],
    ['number_throttled', 7],
    ['order', 1],
  ]);
  expect(holds[1]?.problem).toEqual(problem);
  expect(holds[2]?.until).toBe(later.toISOString());
});

test('a pause that is over holds nothing any more', () => {
  expect(explainHolds({ ...nothing, numberHeldUntilMs: now.getTime() })).toEqual([]);
});

describe('what single messages wait for', () => {
  test.each([
    ['gate', 'rule'],
    ['pair_rate', 'pair_rate'],
    ['code_131056', 'pair_rate'],
    ['code_131000', 'retry'],
    ['portfolio_limit', 'portfolio_limit'],
    ['order', 'order'],
    ['unreachable', 'unreachable'],
  ])('%s is told as %s', (word, reason) => {
    expect(explainHolds({ ...nothing, groups: [group(word)] })).toMatchObject([{ reason, count: 1 }]);
  });

  test.each(['withheld', 'owner_died', 'channel'])('%s is no hold: its turn comes by itself', (word) => {
    expect(explainHolds({ ...nothing, groups: [group(word)] })).toEqual([]);
  });

  test('alike is told once, with all of them and the first end', () => {
    const soon = new Date('2026-11-22T12:30:00Z');
    const groups = [group('pair_rate', { count: 2 }), group('code_131056', { count: 3, until: soon })];
    expect(explainHolds({ ...nothing, groups })).toEqual([
      { reason: 'pair_rate', count: 5, until: soon.toISOString(), problem: null },
    ]);
  });

  test('two rules are two holds', () => {
    const groups = [
      group('gate', { problem: createProblem('window_closed') }),
      group('gate', { problem: createProblem('channel_not_sending') }),
    ];
    expect(explainHolds({ ...nothing, groups })).toHaveLength(2);
  });

  test('a rule without an end is not told with the moment at which it is asked again', () => {
    expect(explainHolds({ ...nothing, groups: [group('gate')] })).toMatchObject([{ until: null }]);
    expect(explainHolds({ ...nothing, groups: [group('gate', { ends: true })] })).toMatchObject([
      { until: later.toISOString() },
    ]);
  });
});
