import { describe, expect, it, test } from 'vitest';
import { keywordSets } from './keyword-sets.ts';
import { matchButton, matchKeyword } from './match-keyword.ts';

const words = Object.entries(keywordSets).flatMap(([language, { optIn, optOut, help, ambiguous }]) => [
  ...optOut.map((word) => ({ word, meaning: 'opt_out', language, ambiguous })),
  ...optIn.map((word) => ({ word, meaning: 'opt_in', language, ambiguous })),
  ...help.map((word) => ({ word, meaning: 'help', language, ambiguous })),
]);
const stops = new Set(words.filter(({ meaning }) => meaning === 'opt_out').map(({ word }) => word));

describe('every word of every language', () => {
  it.each(words)('$language $word means $meaning, however it is typed', ({ word, meaning }) => {
    const expected = stops.has(word) ? 'opt_out' : meaning;
    const spellings = [
      word,
      word.toLowerCase(),
      ` ${word} `,
      `「${word}」`,
      `${word}.`,
      `¡${word}!!!`,
      word.normalize('NFD'),
      word.replaceAll(' ', '   '),
    ];
    for (const spelling of spellings) expect(matchKeyword(spelling)?.meaning, spelling).toBe(expected);
  });

  it.each(words.filter(({ word, ambiguous }) => ambiguous.includes(word)))(
    '$language $word alone changes nothing unless a question waits for it',
    ({ word }) => {
      expect(matchKeyword(word)).toMatchObject({ isAmbiguous: true });
    },
  );
});

test('full-width letters and small ones are the same', () => {
  expect(matchKeyword('ＳＴＯＰ')).toMatchObject({ meaning: 'opt_out', isAmbiguous: false });
  expect(matchKeyword('Stop')).toMatchObject({ meaning: 'opt_out', stopsEverything: false });
  expect(matchKeyword('stop  all')).toMatchObject({ meaning: 'opt_out', stopsEverything: true });
  expect(matchKeyword('s’abonner')).toMatchObject({ meaning: 'opt_in' });
});

test('accents may be left out, but not the marks that make another letter', () => {
  expect(matchKeyword('desabonner')?.meaning).toBe('opt_out');
  expect(matchKeyword('DUNG')?.meaning).toBe('opt_out');
  expect(matchKeyword('ストッフ')).toBeUndefined();
  expect(matchKeyword('बद')).toBeUndefined();
});

test('what stands in both lists stops', () => {
  expect(matchKeyword('STOP')?.meaning).toBe('opt_out');
});

test.each(['Please stop sending', 'stopp it', '停止してください', 'no', '', '   ', '!!!', 'yes please'])(
  'a sentence is no keyword: %s',
  (text) => {
    expect(matchKeyword(text)).toBeUndefined();
  },
);

test('a long row of punctuation costs no more than its length', () => {
  const begunAt = performance.now();
  expect(matchKeyword(`stop${'!'.repeat(200_000)}`)?.meaning).toBe('opt_out');
  expect(matchKeyword(`stop${'…'.repeat(200_000)}stop`)).toBeUndefined();
  expect(performance.now() - begunAt).toBeLessThan(2_000);
});

test('the opt-out button of Meta counts, and buttons with our words', () => {
  expect(matchButton('Stop promotions')).toMatchObject({ meaning: 'opt_out', isAmbiguous: false });
  expect(matchButton('配信停止')).toMatchObject({ meaning: 'opt_out' });
  expect(matchKeyword('Stop promotions')).toBeUndefined();
  expect(matchButton('Reschedule')).toBeUndefined();
});
