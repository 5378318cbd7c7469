import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test.each([
  ['*お見積り*を_お送り_します', 'お見積りをお送りします'],
  ['- one\n- *two*', 'one two'],
  ['> quoted\nanswer', 'quoted answer'],
  ['see ```a = *b*``` and `c`', 'see a = *b* and c'],
  ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
  ['  two\n\nlines  ', 'two lines'],
])('%j reads %j on one line', (text, expected) => {
  expect(plainText(text)).toBe(expected);
});
