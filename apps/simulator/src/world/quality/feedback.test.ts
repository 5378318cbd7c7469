import { expect, test } from 'vitest';
import { defaultSettings } from '../settings.ts';
import { addFeedback, type FeedbackDay, rateQuality } from './feedback.ts';

const dayMs = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 22, 12);
const rate = (days: readonly FeedbackDay[]) => rateQuality(days, now, defaultSettings.quality);
const feedback = (delivered: number, negative: number, agoDays = 0): FeedbackDay => ({
  day: Math.floor(now / dayMs) - agoDays,
  delivered,
  negative,
});

test.each([
  ['too few messages to judge', [feedback(19, 10)], undefined],
  ['nobody minds', [feedback(100, 1)], 'GREEN'],
  ['some mind', [feedback(100, 2)], 'YELLOW'],
  ['many mind', [feedback(100, 5)], 'RED'],
  ['they minded more than a week ago', [feedback(100, 50, 7), feedback(100, 0)], 'GREEN'],
  ['over the week', [feedback(50, 3, 6), feedback(50, 2)], 'RED'],
])('%s', (_name, days, score) => expect(rate(days)).toBe(score));

test('days are counted by themselves, and forgotten after a week', () => {
  let days: readonly FeedbackDay[] = [];
  for (let day = 0; day < 20; day += 1) {
    days = addFeedback(days, 'delivered', now + day * dayMs);
    days = addFeedback(days, 'negative', now + day * dayMs);
  }
  expect(days).toHaveLength(7);
  expect(days.at(-1)).toMatchObject({ delivered: 1, negative: 1 });
});
