import { graphErrorCodes } from '@renkei/graph-api';
import { expect, it } from 'vitest';
import { describeTwilioCode } from './refusals.ts';

it.each([
  [20003, 'hold_channel'],
  [20429, 'hold_number'],
  [21408, 'fix'],
  [21610, 'never'],
  [21611, 'hold_number'],
  [63010, 'retry'],
  [63016, 'fix'],
])('code %i stops no more than what it is about: %s', (code, action) => {
  expect(describeTwilioCode(code, '')).toMatchObject({ code, action });
});

it('has no code that Meta gives another meaning', () => {
  const shared = graphErrorCodes.filter(({ code }) => describeTwilioCode(code, '').area !== 'unknown');
  expect(shared).toEqual([]);
});
