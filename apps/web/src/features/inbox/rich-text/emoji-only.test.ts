import { expect, test } from 'vitest';
import { countBigEmoji } from './emoji-only.ts';

test.each([
  ['🎉', 1],
  ['👩‍🏫👍🏽', 2],
  ['🇯🇵', 1],
  ['❤️', 1],
  ['🎉🎉🎉🎉', 0],
  ['はい🎉', 0],
  ['1', 0],
  ['', 0],
])('%s counts as %i big emoji', (text, count) => {
  expect(countBigEmoji(text)).toBe(count);
});
