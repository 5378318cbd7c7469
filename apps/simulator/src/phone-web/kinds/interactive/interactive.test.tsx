// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ChatContext } from '../../chat/chat-context.ts';
import { en } from '../../i18n/en.ts';
import { createChatContext, createMessage } from '../../testing/chat-context.ts';
import { kindOf } from '../registry.ts';
import type { interactiveActions } from './registry.ts';

afterEach(cleanup);

const products = {
  catalogId: '6',
  products: [{ retailerId: 'CUP', name: { en: 'Sand cup', ja: '湯のみ' }, price: 12, currency: 'USD' }],
};
const product = { catalog_id: '6', product_retailer_id: 'CUP' };
const amount = { value: 84900, offset: 100 };
const order = { items: [{ name: 'Mug', amount, quantity: 1 }], subtotal: amount };

/** For each type of interactive message its action, and words the phone shows for it. */
const samples: Readonly<Record<keyof typeof interactiveActions, readonly [unknown, string]>> = {
  button: [{ buttons: [{ type: 'reply', reply: { id: 'a', title: 'Yes' } }] }, 'Yes'],
  list: [{ button: 'Choose', sections: [{ rows: [{ id: 'r', title: 'Row' }] }] }, 'Choose'],
  cta_url: [{ parameters: { display_text: 'Open', url: 'https://a.example' } }, 'Open'],
  location_request_message: [{ name: 'send_location' }, en.interactive.sendLocation],
  flow: [{ parameters: { flow_id: 9144, flow_cta: 'Book' } }, 'Book'],
  product: [product, 'Sand cup'],
  product_list: [
    { catalog_id: '6', sections: [{ product_items: [{ product_retailer_id: 'CUP' }] }] },
    en.commerce.viewItems,
  ],
  catalog_message: [{ name: 'catalog_message' }, en.commerce.viewCatalog],
  carousel: [
    {
      cards: [
        { body: { text: 'Teas' }, action: { parameters: { display_text: 'See', url: 'https://a.example' } } },
        { action: { buttons: [{ type: 'quick_reply', quick_reply: { id: 'q', title: 'Quick' } }] } },
        { action: product },
      ],
    },
    'Quick',
  ],
  address_message: [{ parameters: { country: 'IN' } }, en.address.give],
  voice_call: [{ parameters: { display_text: 'Ring us' } }, 'Ring us'],
  call_permission_request: [{ name: 'call_permission_request' }, en.calls.allowAlways],
  request_contact_info: [{ name: 'request_contact_info' }, en.interactive.shareContact],
  contact_request: [{ name: 'request_contact_info' }, en.interactive.shareContact],
  order_details: [
    { parameters: { reference_id: 'ord-1', currency: 'INR', total_amount: amount, order } },
    en.orders.reviewAndPay,
  ],
  order_status: [
    { parameters: { reference_id: 'ord-1', order: { status: 'partially-shipped' } } },
    en.orders.statuses.partially_shipped,
  ],
};

test.each(Object.entries(samples))('%s is shown with what can be done about it', async (type, sample) => {
  const [action, words] = sample;
  show(type, action);
  expect(await screen.findByText(words)).toBeDefined();
  expect(screen.queryByText(en.message.unsupported, { exact: false })).toBeNull();
});

test('a type nobody knows keeps its text and says what it is', () => {
  show('hologram', {});
  expect(screen.getByText('The body')).toBeDefined();
  expect(screen.getByText(en.message.unsupported, { exact: false })).toBeDefined();
});

test('a permission to call is answered once, with how long it holds', async () => {
  const { send } = show('call_permission_request', { name: 'call_permission_request' });
  fireEvent.click(await screen.findByText(en.calls.allowOnce));
  expect(send.mock.calls[0]?.[0].request).toEqual({
    type: 'call_permission_reply',
    content: { messageId: 'wamid.1', response: 'accept', permanent: false },
  });
});

test('products put into the cart are ordered with the prices that were shown', async () => {
  const { send } = show('catalog_message', { name: 'catalog_message' });
  fireEvent.click(await screen.findByText(en.commerce.viewCatalog));
  const add = await screen.findByLabelText(en.commerce.add('Sand cup'));
  fireEvent.click(add);
  fireEvent.click(add);
  fireEvent.click(screen.getByText(en.commerce.sendOrder(2, '$24.00')));
  expect(send.mock.calls[0]?.[0].request).toEqual({
    type: 'order',
    content: {
      catalogId: '6',
      items: [{ productRetailerId: 'CUP', quantity: 2, itemPrice: 12, currency: 'USD' }],
    },
  });
});

test('an order is paid, left pending or refused by the one who got it', async () => {
  const { act } = show('order_details', samples.order_details[0]);
  fireEvent.click(await screen.findByText(en.orders.reviewAndPay));
  fireEvent.click(screen.getByText(en.orders.pay.failed));
  expect(act).toHaveBeenCalledWith('pay', { messageId: 'wamid.1', status: 'failed' });
});

test.each(['call_permission_request', 'request_contact_info', 'address_message', 'list'] as const)(
  '%s cannot be answered by the business that sent it',
  async (type) => {
    show(type, samples[type][0], { direction: 'sent' });
    const button = await screen.findByText(samples[type][1]);
    fireEvent.click(button);
    const answers = screen.getAllByRole<HTMLButtonElement>('button');
    expect(answers.some(({ disabled }) => disabled)).toBe(true);
  },
);

function show(type: string, action: unknown, more: Parameters<typeof createMessage>[2] = {}) {
  const message = createMessage('interactive', { type, body: { text: 'The body' }, action }, more);
  const { context, ...deeds } = createChatContext([message], { '/products': products });
  const { View } = kindOf(message);
  render(
    <ChatContext value={context}>
      <View message={message} />
    </ChatContext>,
  );
  return deeds;
}
