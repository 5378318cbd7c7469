// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ChatContext } from '../chat/chat-context.ts';
import { en } from '../i18n/en.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { createChatContext, createMessage } from '../testing/chat-context.ts';
import { kindOf, kinds } from './registry.ts';

afterEach(cleanup);

const media = { mediaId: '1', mimeType: 'image/png', url: '/phones/media/1' };

/** One content per kind, and the line that stands for it in the chat list. */
const samples = {
  text: [{ body: 'Good *morning*' }, 'Good morning'],
  image: [{ ...media, caption: 'The view' }, 'The view'],
  video: [{ ...media, mimeType: 'video/mp4' }, 'Video'],
  audio: [{ ...media, mimeType: 'audio/ogg; codecs=opus', voice: true }, 'Voice note'],
  document: [{ ...media, mimeType: 'application/pdf', filename: 'quote.pdf' }, 'quote.pdf'],
  sticker: [{ ...media, mimeType: 'image/webp' }, 'Sticker'],
  location: [{ latitude: '35.68', longitude: 139.76, name: 'Tokyo Station' }, 'Tokyo Station'],
  contacts: [
    [{ name: { formatted_name: 'Dario Petrov' }, phones: [{ phone: '+1 202-555-0188' }] }],
    'Dario Petrov',
  ],
  interactive: [{ type: 'button_reply', button_reply: { id: 'slot', title: '09:00' } }, '09:00'],
  button: [{ payload: 'STOP', text: 'Stop promotions' }, 'Stop promotions'],
  template: [{ body: 'Your order is on its way', buttons: [] }, 'Your order is on its way'],
  order: [
    {
      catalog_id: '6',
      product_items: [{ product_retailer_id: 'CUP', quantity: 2, item_price: 12, currency: 'USD' }],
    },
    'Order: 2 items',
  ],
  unsupported: [{ type: 'poll_creation' }, 'Poll'],
} satisfies Record<keyof typeof kinds, readonly [unknown, string]>;

test.each(Object.entries(samples))(
  '%s is shown by its own kind and summarised in one line',
  (type, sample) => {
    const [content, summary] = sample;
    const message = messageOf(type, content);
    show(message);
    expect(screen.queryByText(en.message.unsupported, { exact: false })).toBeNull();
    expect(kindOf(message).summarise(message, en)).toBe(summary);
  },
);

test.each([...Object.keys(kinds), 'hologram'])(
  '%s whose content does not fit is shown as unsupported',
  (type) => {
    const message = messageOf(type, undefined);
    show(message);
    expect(screen.getByText(en.message.unsupported, { exact: false })).toBeDefined();
    expect(kindOf(message).summarise(message, en)).toBe(en.message.unsupported);
  },
);

test('pressing a reply button answers with its id and quotes the message', () => {
  const { send } = show(messageOf('interactive', replyButtons));
  fireEvent.click(screen.getByRole('button', { name: '10:00' }));
  expect(send).toHaveBeenCalledWith({
    type: 'interactive',
    content: { type: 'button_reply', button_reply: { id: 'ten', title: '10:00' } },
    contextId: 'wamid.1',
    request: { type: 'button_reply', content: { messageId: 'wamid.1', id: 'ten', title: '10:00' } },
  });
});

test('reply buttons can be pressed once', () => {
  const question = messageOf('interactive', replyButtons);
  const answer: ShownMessage = {
    ...messageOf('interactive', { type: 'button_reply', button_reply: { id: 'ten', title: '10:00' } }),
    id: 'wamid.2',
    direction: 'sent',
    contextId: question.id,
  };
  const { send } = show(question, [question, answer]);
  fireEvent.click(screen.getByRole('button', { name: '11:00' }));
  expect(send).not.toHaveBeenCalled();
  expect(screen.getByRole('button', { name: /10:00.*Selected/u })).toBeDefined();
});

test('a quick reply of a template sends its own text when it has no payload', () => {
  const { send } = show(
    messageOf('template', { body: 'Hi', buttons: [{ type: 'QUICK_REPLY', text: 'Later' }] }),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Later' }));
  expect(send.mock.calls[0]?.[0].content).toEqual({ text: 'Later', payload: 'Later' });
});

test('a button with an address that is not of the web leads nowhere', () => {
  show(
    messageOf('template', {
      body: 'Hi',
      buttons: [{ type: 'URL', text: 'Open', url: 'javascript:alert(1)' }],
    }),
  );
  expect(screen.getByText('Open').closest('a')?.hasAttribute('href')).toBe(false);
});

const replyButtons = {
  type: 'button',
  body: { text: 'When?' },
  action: {
    buttons: [
      { type: 'reply', reply: { id: 'ten', title: '10:00' } },
      { type: 'reply', reply: { id: 'eleven', title: '11:00' } },
    ],
  },
};

const messageOf = createMessage;

function show(message: ShownMessage, messages: readonly ShownMessage[] = [message]) {
  const { context, send } = createChatContext(messages);
  const { View } = kindOf(message);
  render(
    <ChatContext value={context}>
      <View message={message} />
    </ChatContext>,
  );
  return { send };
}
