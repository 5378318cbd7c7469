import { describe, expect, it } from 'vitest';
import { parseSendRequest } from '../parse-send-request.ts';

const body = { text: 'Have a look' };
const image = { type: 'image', image: { link: 'https://example.com/mug.jpg' } };
const openUrl = { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://example.com' } };
const product = { catalog_id: '6011', product_retailer_id: 'MUG-1' };
const flow = { flow_message_version: '3', flow_id: '9144', flow_cta: 'Book' };
const quickReplies = (...titles: string[]) => ({
  buttons: titles.map((title) => ({ type: 'quick_reply', quick_reply: { id: `id-${title}`, title } })),
});
const mediaCard = (index: number, action: object) => ({
  card_index: index,
  type: 'cta_url',
  header: image,
  body: { text: 'A mug' },
  action,
});
const productCard = (index: number, catalog = '6011') => ({
  card_index: index,
  type: 'product',
  action: { ...product, catalog_id: catalog },
});
const products = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ product_retailer_id: `P${n}` }));
const hundredths = (value: number) => ({ value, offset: 100 });
const bill = {
  reference_id: 'ord-2216',
  type: 'physical-goods',
  currency: 'INR',
  total_amount: hundredths(900),
  payment_settings: [
    { type: 'payment_gateway', payment_gateway: { type: 'razorpay', configuration_name: 'studio' } },
  ],
  order: {
    status: 'pending',
    items: [{ retailer_id: 'MUG-1', name: 'Mug', amount: hundredths(400), quantity: 2 }],
    subtotal: hundredths(800),
    tax: hundredths(100),
  },
};

function send(interactive: object) {
  return parseSendRequest({
    messaging_product: 'whatsapp',
    to: '+12025550177',
    type: 'interactive',
    interactive,
  });
}

describe('interactive messages are accepted', () => {
  it.each<readonly [string, object]>([
    ['a Flow by name', flowMessage({ ...flow, flow_id: undefined, flow_name: 'booking' })],
    [
      'a Flow that opens at a screen',
      flowMessage({
        ...flow,
        flow_action: 'navigate',
        flow_action_payload: { screen: 'A', data: { day: 1 } },
      }),
    ],
    [
      'a Flow with data for its first screen',
      flowMessage({ ...flow, flow_action_payload: { data: { day: 1 } } }),
    ],
    ['a product without a text', { type: 'product', action: product }],
    ['30 products', productList([{ product_items: products(30) }])],
    ['a catalog without a picture', { type: 'catalog_message', body, action: { name: 'catalog_message' } }],
    ['cards with an address', carousel(mediaCard(0, openUrl), mediaCard(1, openUrl))],
    [
      'cards with two answers',
      carousel(mediaCard(0, quickReplies('A', 'B')), mediaCard(1, quickReplies('C', 'D'))),
    ],
    [
      'cards with answers and no type, as some clients write',
      carousel(...[0, 1].map((n) => ({ ...mediaCard(n, quickReplies('A')), type: undefined }))),
    ],
    ['cards with products', carousel(productCard(0), productCard(1))],
    [
      'a form for an Indian address',
      {
        type: 'address_message',
        body,
        action: {
          name: 'address_message',
          parameters: { country: 'IN', saved_addresses: [{ id: 'a1', value: { city: 'Bengaluru' } }] },
        },
      },
    ],
    [
      'a call button',
      {
        type: 'voice_call',
        body,
        action: { name: 'voice_call', parameters: { display_text: 'Call', ttl_minutes: 43_200 } },
      },
    ],
    [
      'a call permission request without a text',
      { type: 'call_permission_request', action: { name: 'call_permission_request' } },
    ],
    ['a bill', { type: 'order_details', body, action: { name: 'review_and_pay', parameters: bill } }],
    ['a Brazilian bill of one sum', details({ order: undefined, currency: 'BRL', payment_type: 'br' })],
    [
      'news of an order',
      {
        type: 'order_status',
        body,
        action: {
          name: 'review_order',
          parameters: { reference_id: 'ord-2216', order: { status: 'shipped' } },
        },
      },
    ],
  ])('%s', (_case, interactive) => {
    expect(send(interactive)).toMatchObject({ ok: true });
  });

  it('a request for contact information under either of its names', () => {
    const action = { name: 'request_contact_info' };
    for (const type of ['request_contact_info', 'contact_request']) {
      expect(send({ type, body, action })).toMatchObject({
        ok: true,
        request: { interactive: { type: 'request_contact_info' } },
      });
    }
  });
});

describe('interactive messages are refused', () => {
  it.each<readonly [string, object, number, string]>([
    ['no kind', { body }, 131008, 'type'],
    [
      'a Flow without a Flow',
      flowMessage({ ...flow, flow_id: undefined }),
      131008,
      'action.parameters.flow_id',
    ],
    [
      'a Flow by id and name',
      flowMessage({ ...flow, flow_name: 'b' }),
      131009,
      'action.parameters.flow_name',
    ],
    [
      'an emoji on the Flow button',
      flowMessage({ ...flow, flow_cta: 'Book 📅' }),
      131009,
      'action.parameters.flow_cta',
    ],
    [
      'a screen for a Flow that asks the server',
      flowMessage({ ...flow, flow_action: 'data_exchange', flow_action_payload: { screen: 'A' } }),
      131009,
      'action.parameters.flow_action_payload',
    ],
    [
      'empty data for a screen',
      flowMessage({ ...flow, flow_action_payload: { screen: 'A', data: {} } }),
      131009,
      'action.parameters.flow_action_payload.data',
    ],
    ['a header on a product', { type: 'product', header: image, action: product }, 100, 'header'],
    [
      '31 products',
      productList([
        { title: 'a', product_items: products(15) },
        { title: 'b', product_items: products(16) },
      ]),
      131009,
      'action.sections',
    ],
    [
      'an untitled section among two',
      productList([{ title: 'a', product_items: products(1) }, { product_items: products(1) }]),
      131008,
      'action.sections[1].title',
    ],
    [
      'a product list without a header',
      { ...productList([{ product_items: products(1) }]), header: undefined },
      131008,
      'header',
    ],
    ['one card', carousel(productCard(0)), 131009, 'action.cards'],
    [
      'eleven cards',
      carousel(...Array.from({ length: 11 }, (_, n) => productCard(Math.min(n, 9)))),
      131009,
      'action.cards',
    ],
    [
      'two cards in one place',
      carousel(productCard(0), productCard(0)),
      131009,
      'action.cards[1].card_index',
    ],
    [
      'cards of two catalogs',
      carousel(productCard(0), productCard(1, '7')),
      131009,
      'action.cards[1].action',
    ],
    ['cards of two kinds', carousel(mediaCard(0, openUrl), productCard(1)), 131009, 'action.cards[1].action'],
    [
      'cards with one and two answers',
      carousel(mediaCard(0, quickReplies('A')), mediaCard(1, quickReplies('A', 'B'))),
      131009,
      'action.cards[1].action',
    ],
    [
      'a card that says too much',
      carousel({ ...mediaCard(0, openUrl), body: { text: 'a\nb\nc\nd' } }, mediaCard(1, openUrl)),
      131009,
      'action.cards[0].body.text',
    ],
    [
      'a long answer on a card',
      carousel(mediaCard(0, quickReplies('x'.repeat(21))), mediaCard(1, quickReplies('A'))),
      131009,
      'action.cards[0].action.buttons[0].quick_reply.title',
    ],
    [
      'a footer on a carousel',
      { ...carousel(productCard(0), productCard(1)), footer: { text: 'x' } },
      100,
      'footer',
    ],
    [
      'an address outside India',
      { type: 'address_message', body, action: { name: 'address_message', parameters: { country: 'SG' } } },
      100,
      'action.parameters.country',
    ],
    [
      'a call button for longer than 30 days',
      { type: 'voice_call', body, action: { name: 'voice_call', parameters: { ttl_minutes: 43_201 } } },
      131009,
      'action.parameters.ttl_minutes',
    ],
    [
      'a total that is not the sum',
      details({ total_amount: hundredths(901) }),
      131009,
      'action.parameters.total_amount.value',
    ],
    [
      'a subtotal that is not the sum',
      details({ order: { ...bill.order, subtotal: hundredths(799) } }),
      131009,
      'action.parameters.order.subtotal.value',
    ],
    ['an Indian bill without its order', details({ order: undefined }), 131008, 'action.parameters.order'],
    [
      'news of nothing',
      { type: 'order_status', body, action: { name: 'review_order', parameters: { reference_id: 'a' } } },
      131008,
      'action.parameters.order',
    ],
    [
      'a reference with a space',
      details({ reference_id: 'ord 1' }),
      131009,
      'action.parameters.reference_id',
    ],
    [
      'a bill without a way to pay',
      details({ payment_settings: undefined }),
      131008,
      'action.parameters.payment_settings',
    ],
  ])('%s', (_case, interactive, code, path) => {
    expect(send(interactive)).toMatchObject({ ok: false, problem: { code, path: `interactive.${path}` } });
  });
});

function flowMessage(parameters: object) {
  return { type: 'flow', body, action: { name: 'flow', parameters } };
}

function productList(sections: readonly object[]) {
  const header = { type: 'text', text: 'Mugs' };
  return { type: 'product_list', header, body, action: { catalog_id: '6011', sections } };
}

function carousel(...cards: object[]) {
  return { type: 'carousel', body, action: { cards } };
}

function details(change: object) {
  return {
    type: 'order_details',
    body,
    action: { name: 'review_and_pay', parameters: { ...bill, ...change } },
  };
}
