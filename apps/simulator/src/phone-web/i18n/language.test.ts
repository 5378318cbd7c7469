import { expect, test } from 'vitest';
import { formatDay, formatDuration } from './dates.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { chooseLanguage } from './language.ts';

test.each([
  ['ja', ['en-US'], 'ja'],
  [null, ['fr-FR', 'ja-JP', 'en'], 'ja'],
  [null, ['fr'], 'en'],
  ['xx', ['ja'], 'ja'],
] as const)(
  'asked for %s with a browser that prefers %s, the page speaks %s',
  (asked, preferred, expected) => {
    expect(chooseLanguage(asked, preferred)).toBe(expected);
  },
);

test('both languages say everything, and nothing is left empty', () => {
  expect(keysOf(ja)).toEqual(keysOf(en));
  for (const word of [...wordsOf(en), ...wordsOf(ja)]) expect(word.trim()).not.toBe('');
});

test('days are named as one would say them', () => {
  const now = new Date(2026, 10, 21, 9).getTime();
  expect(formatDay(new Date(2026, 10, 21, 1).getTime(), now, 'en', en)).toBe('Today');
  expect(formatDay(new Date(2026, 10, 20, 23).getTime(), now, 'ja', ja)).toBe('昨日');
  expect(formatDay(new Date(2026, 10, 12).getTime(), now, 'ja', ja)).toBe('11月12日(木)');
  expect(formatDay(new Date(2025, 0, 2).getTime(), now, 'en', en)).toBe('2 Jan 2025');
});

test('durations are minutes and seconds, also while still unknown', () => {
  expect(formatDuration(75.9)).toBe('1:15');
  expect(formatDuration(Number.NaN)).toBe('0:00');
  expect(formatDuration(Number.POSITIVE_INFINITY)).toBe('0:00');
});

function keysOf(part: object, path = ''): string[] {
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value, `${path}${key}.`) : `${path}${key}`,
  );
}

function wordsOf(part: object): string[] {
  return Object.values(part).flatMap((value) => {
    if (typeof value === 'string') return value;
    return typeof value === 'object' && value !== null ? wordsOf(value) : [];
  });
}
