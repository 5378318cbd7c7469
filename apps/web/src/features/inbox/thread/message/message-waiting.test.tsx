// @vitest-environment happy-dom
import type { Message } from '@renkei/contract';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { client } from '../../../../lib/client.ts';
import { makeMessage } from '../../testing/make-message.ts';
import { Page } from '../../testing/render-content.tsx';
import { MessageWaiting } from './message-waiting.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const show = (changes: Partial<Message>) =>
  render(
    <Page>
      <MessageWaiting message={makeMessage({ direction: 'outbound', state: 'queued', ...changes })} />
    </Page>,
  ).container;

test('a message of a chosen time says when it goes', () => {
  expect(show({ sendAt: inAnHour() }).textContent).toContain('Goes out on');
});

test('a held one says why, and until when where that is known', () => {
  const held = show({ hold: { reason: 'portfolio_limit', until: inAnHour() } }).textContent;
  expect(held).toContain('no more new people');
  expect(held).toContain('Waits until');
  cleanup();
  const behind = show({ hold: { reason: 'order', until: inAnHour() } }).textContent;
  expect(behind).toContain('Waiting for an earlier message');
  expect(behind).not.toContain('Waits until');
});

test('it can be taken back', async () => {
  const call = vi.spyOn(client, 'call').mockRejectedValue(new Error('away'));
  show({ id: 'm', sendAt: inAnHour() });
  fireEvent.click(screen.getByRole('button', { name: 'Take back' }));
  const cancelled = { params: { messageId: 'm' }, body: {} };
  await waitFor(() => expect(call).toHaveBeenCalledWith('cancelMessage', cancelled));
});

test('what only waits for its turn, or has gone, says nothing', () => {
  show({});
  expect(screen.queryByRole('button')).toBeNull();
  cleanup();
  show({ state: 'sent', sendAt: inAnHour() });
  expect(screen.queryByRole('button')).toBeNull();
});
