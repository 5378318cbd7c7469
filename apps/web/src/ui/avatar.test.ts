import { expect, test } from 'vitest';
import { initialsOf } from './avatar.tsx';

test.each([
  ['田中 美咲', '田'],
  ['Emma Clarke', 'EC'],
  ['emma', 'E'],
  ['@hinata_flowers', 'H'],
  ['+819012345678', '8'],
  ['', '?'],
])('%s is drawn as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
