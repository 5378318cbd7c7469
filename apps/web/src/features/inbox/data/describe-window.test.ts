import { expect, test } from 'vitest';
import { countdownParts, describeWindow } from './describe-window.ts';

const openedAt = '2026-11-20T09:00:00.000Z';
const closesAt = '2026-11-21T09:00:00.000Z';
const end = Date.parse(closesAt);

test('a customer who never wrote has no window', () => {
  expect(describeWindow({ openedAt: null, closesAt: null }, end)).toEqual({ kind: 'never' });
});

test('the window is open to its last millisecond and closed from the next on', () => {
  expect(describeWindow({ openedAt, closesAt }, end - 1)).toMatchObject({ kind: 'open', remainingMs: 1 });
  expect(describeWindow({ openedAt, closesAt }, end)).toEqual({
    kind: 'closed',
    closedAt: closesAt,
    openedAt,
  });
});

test('the countdown shows whole hours, minutes and seconds', () => {
  expect(countdownParts(23 * 3_600_000 + 59 * 60_000 + 59_999)).toEqual({
    hours: 23,
    minutes: 59,
    seconds: 59,
  });
  expect(countdownParts(-5)).toEqual({ hours: 0, minutes: 0, seconds: 0 });
});
