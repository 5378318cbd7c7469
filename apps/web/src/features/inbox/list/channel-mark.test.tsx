// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { makeConversation } from '../testing/make-conversation.ts';
import { Page } from '../testing/render-content.tsx';
import { ChannelMark } from './channel-mark.tsx';

afterEach(cleanup);

test('the mark names WhatsApp and the number of ours that the customer wrote to', () => {
  const { channel } = makeConversation();
  render(
    <Page>
      <ChannelMark channel={channel} />
    </Page>,
  );
  const mark = screen.getByRole('img', { name: 'WhatsApp, Aobado' });
  expect(mark.title).toContain('+81 3-5550-0100');
});
