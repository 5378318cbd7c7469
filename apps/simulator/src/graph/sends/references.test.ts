import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendTemplate } from '../../testing/send-template.ts';
import { customer, startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

const catalogId = '880000000000001';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
  await world.simulator.control.setSettings({ templates: { reviewDelayMs: { min: 0, max: 0 } } });
  await world.openWindow();
});
afterAll(() => world.stop());

const interactive = (content: object) =>
  world.graph('POST', `/${world.phoneNumberId}/messages`, {
    messaging_product: 'whatsapp',
    to: `+${customer.waId}`,
    type: 'interactive',
    interactive: content,
  });
const define = async (name: string, category: string, components: readonly unknown[]) => {
  const answer = await world.graph('POST', `/${world.wabaId}/message_templates`, {
    name,
    language: 'en',
    category,
    components,
  });
  expect(answer.body).toMatchObject({ status: 'APPROVED' });
};
const send = (name: string, components: readonly unknown[]) =>
  sendTemplate(world, name, customer.waId, { components });
const codeOf = ({ body }: { readonly body: { readonly error?: { readonly code: number } } }) =>
  body.error?.code;

describe('products', () => {
  const product = (retailerId: string, catalog = catalogId) =>
    interactive({ type: 'product', action: { catalog_id: catalog, product_retailer_id: retailerId } });

  test('need a connected catalogue, that catalogue, and a product of it (131009)', async () => {
    expect(codeOf(await product('sencha'))).toBe(131009);
    await world.simulator.control.mergeWorld({
      wabas: [
        {
          id: world.wabaId,
          catalog: {
            id: catalogId,
            name: 'Tea',
            products: [{ retailerId: 'sencha', name: 'Sencha', priceMicros: 1_200_000_000, currency: 'JPY' }],
          },
        },
      ],
    });
    expect(codeOf(await product('sencha'))).toBeUndefined();
    expect(codeOf(await product('matcha'))).toBe(131009);
    expect(codeOf(await product('sencha', '880000000000002'))).toBe(131009);
  });
});

describe('flows', () => {
  const flow = (id: string, mode?: string) =>
    interactive({
      type: 'flow',
      body: { text: 'Book a table' },
      action: {
        name: 'flow',
        parameters: { flow_message_version: '3', flow_id: id, flow_cta: 'Book', ...(mode ? { mode } : {}) },
      },
    });

  test('must exist, and be published unless sent as a draft', async () => {
    const { body: created } = await world.graph('POST', `/${world.wabaId}/flows`, {
      name: 'booking',
      categories: ['OTHER'],
    });
    expect(codeOf(await flow('1234567890'))).toBe(131009);
    expect(codeOf(await flow(created.id))).toBe(131009);
    expect(codeOf(await flow(created.id, 'draft'))).toBeUndefined();
  });
});

describe('carousel templates', () => {
  const header = {
    type: 'HEADER',
    format: 'IMAGE',
    example: { header_handle: ['https://tea.example/a.jpg'] },
  };
  const card = {
    components: [
      header,
      { type: 'BODY', text: 'Our tea of {{1}}, fresh.', example: { body_text: [['May']] } },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Tell me more' }] },
    ],
  };
  const sentCard = (index: number, more: readonly unknown[] = []) => ({
    card_index: index,
    components: [
      { type: 'header', parameters: [{ type: 'image', image: { link: 'https://tea.example/a.jpg' } }] },
      { type: 'body', parameters: [{ type: 'text', text: 'June' }] },
      ...more,
    ],
  });
  const sendCards = (cards: readonly unknown[]) => send('teas', [{ type: 'carousel', cards }]);

  beforeAll(() =>
    define('teas', 'MARKETING', [
      { type: 'BODY', text: 'Look at our teas.' },
      { type: 'CAROUSEL', cards: [card, card] },
    ]),
  );

  test('take as many cards as the definition has, each with its own parameters', async () => {
    expect(codeOf(await sendCards([sentCard(0), sentCard(1)]))).toBeUndefined();
    expect(codeOf(await sendCards([sentCard(0), sentCard(1), sentCard(2)]))).toBe(132012);
    expect(codeOf(await send('teas', []))).toBe(132012);
    const withoutBody = { ...sentCard(1), components: sentCard(1).components.slice(0, 1) };
    const { body } = await sendCards([sentCard(0), withoutBody]);
    expect(body.error).toMatchObject({
      code: 132000,
      error_data: { details: expect.stringContaining('cards[1] body') },
    });
  });
});

describe('limited-time offers', () => {
  const offer = (expiresInMs: number) => ({
    type: 'limited_time_offer',
    parameters: [
      {
        type: 'limited_time_offer',
        limited_time_offer: { expiration_time_ms: Date.now() + expiresInMs },
      },
    ],
  });
  const rest = [
    { type: 'header', parameters: [{ type: 'image', image: { link: 'https://tea.example/a.jpg' } }] },
    {
      type: 'button',
      sub_type: 'copy_code',
      index: '0',
      parameters: [{ type: 'coupon_code', coupon_code: 'T' }],
    },
  ];

  beforeAll(() =>
    define('offer', 'MARKETING', [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://tea.example/a.jpg'] } },
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Only today', has_expiration: true } },
      { type: 'BODY', text: 'All teas for half the price.' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'COPY_CODE', example: 'TEA' },
          { type: 'URL', text: 'Shop', url: 'https://tea.example' },
        ],
      },
    ]),
  );

  test('need their end, and one that is still to come', async () => {
    expect(codeOf(await send('offer', [...rest, offer(60_000)]))).toBeUndefined();
    expect(codeOf(await send('offer', rest))).toBe(131008);
    expect(codeOf(await send('offer', [...rest, offer(-60_000)]))).toBe(131009);
  });
});

describe('codes', () => {
  const parameters = (code: string) => [{ type: 'text', text: code }];
  const sendCode = (code: string, button = true) =>
    send('login', [
      { type: 'body', parameters: parameters(code) },
      ...(button ? [{ type: 'button', sub_type: 'url', index: '0', parameters: parameters(code) }] : []),
    ]);

  beforeAll(() =>
    define('login', 'AUTHENTICATION', [
      { type: 'BODY', add_security_recommendation: true },
      { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
    ]),
  );

  test('go twice, in body and button, with at most 15 characters', async () => {
    expect(codeOf(await sendCode('482913'))).toBeUndefined();
    expect(codeOf(await sendCode('482913', false))).toBe(131008);
    expect(codeOf(await sendCode('1234567890123456'))).toBe(131009);
  });
});
