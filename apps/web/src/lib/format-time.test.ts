import { expect, test } from 'vitest';
import { formatDay, formatListTime } from './format-time.ts';

const now = new Date(2026, 10, 21, 15, 30).getTime();
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

test('a list says minutes within the hour, the clock today, the weekday this week, then the date', () => {
  expect(formatListTime(ago(0), now, 'ja')).toBe('たった今');
  expect(formatListTime(ago(5), now, 'ja')).toContain('5');
  expect(formatListTime(ago(3 * 60), now, 'en')).toBe('12:30');
  expect(formatListTime(ago(2 * 24 * 60), now, 'en')).toBe('Thu');
  expect(formatListTime(ago(40 * 24 * 60), now, 'en')).toBe('12 Oct');
  expect(formatListTime(ago(500 * 24 * 60), now, 'en')).toContain('2025');
});

test('days are counted by the calendar, not by 24 hours', () => {
  const late = new Date(2026, 10, 20, 23, 59).toISOString();
  const early = new Date(2026, 10, 21, 0, 1).getTime();
  expect(formatDay(late, early, 'en')).toBe('yesterday');
  expect(formatDay(ago(0), now, 'ja')).toBe('今日');
});
