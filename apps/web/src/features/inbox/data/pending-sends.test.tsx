// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { act } from 'react';
import { expect, test } from 'vitest';
import {
  addPendingSend,
  removePendingSend,
  settledSends,
  trackSend,
  usePendingSends,
} from './pending-sends.ts';

const send = {
  key: 'key-1',
  conversationId: 'a',
  content: { kind: 'text', body: 'hi' } as const,
  media: null,
  files: [],
  replyTo: null,
  startedAt: '2026-11-21T09:00:00.000Z',
  sendAt: null,
  problem: null,
};

test('the list of a conversation is a new one only when it has changed: the thread renders by it', () => {
  const { result, rerender } = renderHook(() => usePendingSends('a'));
  const before = result.current;
  rerender();
  expect(result.current).toBe(before);
  act(() => addPendingSend(send));
  expect(result.current).toEqual([send]);
  act(() => removePendingSend('key-1'));
  expect(result.current).toEqual([]);
});

test('a conversation is settled once the last answer has come, refused or not', async () => {
  const answer = Promise.withResolvers<void>();
  trackSend('a', answer.promise);
  let isSettled = false;
  const settled = settledSends('a').then(() => {
    isSettled = true;
  });
  await settledSends('b');
  expect(isSettled).toBe(false);
  answer.reject(new Error('refused'));
  await settled;
  expect(isSettled).toBe(true);
});
