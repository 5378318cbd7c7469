import { contentLimits } from '@renkei/contract';
import { messageLimits } from '@renkei/graph-api';
import { expect, test } from 'vitest';

test('what screens count up to is what the provider takes', () => {
  expect(messageLimits).toMatchObject(contentLimits);
});
