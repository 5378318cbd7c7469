import { expect, test } from 'vitest';
import { parsePhoneNumber } from './parse-phone-number.ts';

test.each([
  ['+81 90-1234-5678', '+819012345678'],
  ['＋８１　９０−１２３４−５６７８', '+819012345678'],
  [' +1 (202) 555-0177 ', '+12025550177'],
])('%s is understood as people write it', (text, number) => {
  expect(parsePhoneNumber(text)).toBe(number);
});

test.each(['090-1234-5678', '+81 12', '819012345678', '+', 'call me'])(
  '%s is refused, not guessed',
  (text) => {
    expect(() => parsePhoneNumber(text)).toThrow(expect.objectContaining({ code: 'recipient_invalid' }));
  },
);
