import { expect, test } from 'vitest';
import { parseRecipient, recipientKeysOf } from './parse-recipient.ts';

test.each([
  ['+81 90-1234-5678', { recipientPhone: '819012345678' }],
  [' JP.1A2b3C ', { recipientUserId: 'JP.1A2b3C' }],
  ['US.ENT.7f', { recipientUserId: 'US.ENT.7f' }],
])('%s is understood as a number or as a user id', (text, keys) => {
  expect(recipientKeysOf(parseRecipient(text))).toEqual(keys);
});

test.each(['JP.', 'jp.1A2b3C', 'JPN.1A2b3C', 'JP.1A 2b', `JP.${'a'.repeat(129)}`])(
  '%s is neither, and refused',
  (text) => {
    expect(() => parseRecipient(text)).toThrow(expect.objectContaining({ code: 'recipient_invalid' }));
  },
);
