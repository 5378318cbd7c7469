import { describe, expect, it } from 'vitest';
import { parseMarketingMessageRequest } from '../marketing-message.ts';
import { parseSendRequest } from '../parse-send-request.ts';

const send = { messaging_product: 'whatsapp', to: '+12025550177', type: 'template' } as const;
const template = (...components: object[]) => ({
  ...send,
  template: { name: 'autumn_offer', language: { code: 'en' }, components },
});
const button = (subType: string, index: unknown, ...parameters: object[]) => ({
  type: 'button',
  sub_type: subType,
  index,
  parameters,
});
const action = (content: object) => ({ type: 'action', action: content });
const text = { type: 'text', text: 'x' };
const card = (index: number) => ({
  card_index: index,
  components: [
    { type: 'header', parameters: [{ type: 'image', image: { id: '1' } }] },
    { type: 'BODY', parameters: [text] },
    button('quick_reply', 0, { type: 'payload', payload: 'more' }),
  ],
});
const offer = (end: unknown) => ({
  type: 'limited_time_offer',
  parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: end } }],
});
const sections = [{ title: 'Mugs', product_items: [{ product_retailer_id: 'MUG-1' }] }];

describe('template sends are accepted with', () => {
  it.each<readonly [string, object]>([
    [
      'a product header',
      {
        type: 'header',
        parameters: [{ type: 'product', product: { catalog_id: '1', product_retailer_id: 'a' } }],
      },
    ],
    ['a moving picture', { type: 'header', parameters: [{ type: 'gif', gif: { id: '1' } }] }],
    ['a group to invite to', { type: 'body', parameters: [{ type: 'group_id', group_id: 'Y2Fw' }] }],
    ['a Flow', button('flow', '0', action({ flow_token: 'unused', flow_action_data: { day: 'Monday' } }))],
    ['a Flow without data', { type: 'button', sub_type: 'flow', index: '0' }],
    ['a catalog written large', button('CATALOG', '0', action({ thumbnail_product_retailer_id: 'MUG-1' }))],
    ['many products', button('mpm', '0', action({ thumbnail_product_retailer_id: 'MUG-1', sections }))],
    ['one product', { type: 'button', sub_type: 'spm', index: '0' }],
    [
      'a call button without a place',
      { type: 'button', sub_type: 'voice_call', parameters: [{ type: 'ttl_minutes', ttl_minutes: 60 }] },
    ],
    ['an offer that ends', offer(1_794_000_000_000)],
    ['cards', { type: 'carousel', cards: [card(0), card(1)] }],
    [
      'a tap target',
      {
        type: 'tap_target_configuration',
        parameters: [
          {
            type: 'tap_target_configuration',
            tap_target_configuration: [{ url: 'https://example.com', title: 'Offer' }],
          },
        ],
      },
    ],
  ])('%s', (_case, component) => {
    expect(parseSendRequest(template(component))).toMatchObject({ ok: true });
    expect(parseMarketingMessageRequest(template(component))).toMatchObject({ ok: true });
  });
});

describe('template sends are refused with', () => {
  it.each<readonly [string, readonly object[], number, string]>([
    ['two headers', [header(), header()], 131009, '[1]'],
    ['two buttons in one place', [button('url', '0', text), button('url', 0, text)], 131009, '[1]'],
    ['a place beyond ten', [button('url', '10', text)], 131009, '[0].index'],
    ['a place for a call button', [{ type: 'button', sub_type: 'voice_call', index: '0' }], 100, '[0].index'],
    ['an unknown button', [button('hologram', '0', text)], 100, '[0].sub_type'],
    ['a parameter for a single product', [button('spm', '0', text)], 131009, '[0].parameters'],
    [
      'an offer without its end',
      [offer(undefined)],
      131008,
      '[0].parameters[0].limited_time_offer.expiration_time_ms',
    ],
    ['one card', [{ type: 'carousel', cards: [card(0)] }], 131009, '[0].cards'],
    [
      'two cards in one place',
      [{ type: 'carousel', cards: [card(0), card(0)] }],
      131009,
      '[0].cards[1].card_index',
    ],
    [
      'a long code',
      [button('copy_code', '0', { type: 'coupon_code', coupon_code: 'x'.repeat(21) })],
      131009,
      '[0].parameters[0].coupon_code',
    ],
  ])('%s', (_case, components, code, path) => {
    expect(parseSendRequest(template(...components))).toMatchObject({
      problem: { code, path: `template.components${path}` },
    });
  });
});

describe('marketing messages', () => {
  it('take their own settings', () => {
    const settings = {
      product_policy: 'STRICT',
      message_activity_sharing: true,
      bid_spec: { per_message_bid_multiplier: 1.5 },
    };
    expect(parseMarketingMessageRequest({ ...template(), ...settings })).toMatchObject({ ok: true });
    expect(parseSendRequest({ ...template(), ...settings })).toMatchObject({ problem: { code: 100 } });
  });

  it.each([
    ['a text', { ...send, type: 'text', text: { body: 'Hi' } }, 100, 'type'],
    ['a group', { ...template(), recipient_type: 'group' }, 100, 'recipient_type'],
    ['a policy of its own', { ...template(), product_policy: 'MAYBE' }, 100, 'product_policy'],
    ['nobody', { ...template(), to: undefined }, 131008, 'to'],
  ])('refuse %s', (_case, body, code, path) => {
    expect(parseMarketingMessageRequest(body)).toMatchObject({ ok: false, problem: { code, path } });
  });
});

function header() {
  return { type: 'header', parameters: [text] };
}
