// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ChatContext } from '../../chat/chat-context.ts';
import { en } from '../../i18n/en.ts';
import { createChatContext, createMessage } from '../../testing/chat-context.ts';
import { kindOf } from '../registry.ts';
import type { templateButtons } from './button-registry.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** For each type of button a sample, and the words it is shown with. */
const samples: Readonly<Record<keyof typeof templateButtons, readonly [object, string]>> = {
  QUICK_REPLY: [{ text: 'Later' }, 'Later'],
  URL: [{ text: 'Track', url: 'https://a.example/t' }, 'Track'],
  PHONE_NUMBER: [{ text: 'Ring', phoneNumber: '+81355500100' }, 'Ring'],
  COPY_CODE: [{ code: 'TEA20' }, en.interactive.copyCode],
  OTP: [{ text: 'Autofill', code: '482913', otpType: 'ONE_TAP' }, 'Autofill'],
  FLOW: [{ text: 'Fill in', flow: { flow_id: '9' } }, 'Fill in'],
  CATALOG: [{ text: 'View catalog' }, 'View catalog'],
  MPM: [{ text: 'Items', action: { sections: [] } }, 'Items'],
  SPM: [{ text: 'Look' }, 'Look'],
  VOICE_CALL: [{ text: 'Call' }, 'Call'],
  REQUEST_CONTACT_INFO: [{}, en.interactive.shareContact],
  ORDER_DETAILS: [{ text: 'Pay' }, 'Pay'],
};

test.each(Object.entries(samples))('a %s button is shown', async (type, [button, words]) => {
  show({ body: 'Hi', buttons: [{ type, index: 0, ...button }] });
  expect(await screen.findByText(words)).toBeDefined();
});

test('a button of a type nobody knows is shown and cannot be pressed', async () => {
  show({ body: 'Hi', buttons: [{ type: 'TELEPORT', text: 'Beam' }] });
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Beam' });
  expect(button.disabled).toBe(true);
});

test('of more than three buttons two are shown, and all of them on demand', async () => {
  const buttons = ['One', 'Two', 'Three', 'Four'].map((text, index) => ({
    type: 'QUICK_REPLY',
    text,
    index,
  }));
  show({ body: 'Hi', buttons });
  expect(screen.queryByText('Three')).toBeNull();
  fireEvent.click(screen.getByText(en.interactive.allOptions));
  expect(await screen.findByText('Four')).toBeDefined();
});

test('a code is copied, and the button says so', async () => {
  const writeText = vi.fn<Clipboard['writeText']>(() => Promise.resolve());
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  show({ body: 'Hi', buttons: [{ type: 'OTP', text: 'Copy code', code: '482913' }] });
  fireEvent.click(screen.getByText('Copy code'));
  expect(await screen.findByText(en.kinds.code)).toBeDefined();
  expect(writeText).toHaveBeenCalledWith('482913');
});

test('an offer shows what is left of it by the clock of the world, and then that it is over', async () => {
  show({ body: 'Hi', offer: { text: '20 % off', expiresAt: 3_661_000 } });
  expect(await screen.findByText(en.offer.endsIn(0, '1:01:01'))).toBeDefined();
  cleanup();
  show({ body: 'Hi', offer: { text: '20 % off', expiresAt: -1 } });
  expect(await screen.findByText(en.offer.over)).toBeDefined();
});

test('a quick reply on a card answers with the payload of its card', async () => {
  const card = (payload: string) => ({
    body: payload,
    buttons: [{ type: 'QUICK_REPLY', index: 0, text: 'This one', payload }],
  });
  const { send } = show({ body: 'Pick', cards: [card('first'), card('second')] });
  const buttons = await screen.findAllByRole('button', { name: 'This one' });
  fireEvent.click(buttons[1] ?? document.body);
  expect(send.mock.calls[0]?.[0].request).toEqual({
    type: 'button',
    content: { messageId: 'wamid.1', text: 'This one', payload: 'second' },
  });
});

test.each([
  [{ location: { name: 'Main shop', address: '1 Elm Row' } }, 'Main shop'],
  [{ document: { url: '/phones/media/1', filename: 'menu.pdf' } }, 'menu.pdf'],
  [{ product: { product_retailer_id: 'CUP' } }, 'CUP'],
  ['A text', 'A text'],
])('the header %j is shown', async (header, words) => {
  show({ body: 'Hi', header });
  expect(await screen.findByText(words)).toBeDefined();
});

function show(content: object) {
  const message = createMessage('template', content);
  const { context, ...deeds } = createChatContext([message]);
  const { View } = kindOf(message);
  render(
    <ChatContext value={context}>
      <View message={message} />
    </ChatContext>,
  );
  return deeds;
}
