import { expect, test } from 'vitest';
import { isOwnPath } from './use-enter.ts';

test.each(['/inbox', '/inbox/1?filter=mine', '/'])('%s leads on after sign-in', (next) => {
  expect(isOwnPath(next)).toBe(true);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '',
])('%j leads nowhere', (next) => {
  expect(isOwnPath(next)).toBe(false);
});
