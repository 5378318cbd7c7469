import fc from 'fast-check';
import { messageLimits } from '../../requests/limits.ts';
import type { SendMessageRequestOf } from '../../requests/send-message.ts';
import { arbitraryLocation, retailerId } from './content.ts';
import { productSections } from './interactive.ts';
import type { SendParts } from './options.ts';
import { arbitraryOrderDetails } from './order.ts';
import { identifier } from './values.ts';

type Template = SendMessageRequestOf<'template'>['template'];
type Component = NonNullable<Template['components']>[number];

const value = identifier(20).map((text) => ({ type: 'text' as const, text }));

const bodyParameters = fc.oneof(
  fc.array(
    fc.oneof(
      value,
      fc.constant({
        type: 'currency' as const,
        currency: { fallback_value: '$1', code: 'USD', amount_1000: 1000 },
      }),
      fc.constant({ type: 'date_time' as const, date_time: { fallback_value: 'Nov 22, 2026' } }),
      fc.constant({ type: 'group_id' as const, group_id: 'Y2FwaV9ncm91cDox' }),
    ),
    { minLength: 1, maxLength: 4 },
  ),
  fc
    .uniqueArray(fc.constantFrom('first_name', 'order_no', 'day'), { minLength: 1 })
    .map((names) => names.map((name) => ({ type: 'text' as const, parameter_name: name, text: 'Amara' }))),
);

function header({ media }: SendParts): fc.Arbitrary<Component> {
  return fc
    .oneof(
      value,
      media.map((image) => ({ type: 'image' as const, image })),
      media.map((video) => ({ type: 'video' as const, video })),
      media.map((document) => ({ type: 'document' as const, document })),
      arbitraryLocation.map((location) => ({ type: 'location' as const, location })),
    )
    .map((parameter) => ({ type: 'header', parameters: [parameter] }));
}

const button = { type: 'button' } as const;

/** One of each kind of button; they get their places afterwards. */
const buttons: readonly ((index: string) => fc.Arbitrary<Component>)[] = [
  (index) =>
    identifier(messageLimits.templateQuickReplyPayload).map((payload) => ({
      ...button,
      sub_type: 'quick_reply',
      index,
      parameters: [{ type: 'payload', payload }],
    })),
  (index) => value.map((text) => ({ ...button, sub_type: 'url', index, parameters: [text] })),
  (index) =>
    fc.constant({
      ...button,
      sub_type: 'copy_code',
      index,
      parameters: [{ type: 'coupon_code', coupon_code: 'AUTUMN25' }],
    }),
  (index) =>
    identifier(20).map((token) => ({
      ...button,
      sub_type: 'flow',
      index,
      parameters: [{ type: 'action', action: { flow_token: token } }],
    })),
  (index) =>
    retailerId.map((id) => ({
      ...button,
      sub_type: 'catalog',
      index,
      parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: id } }],
    })),
  (index) =>
    fc.tuple(retailerId, productSections).map(([id, sections]) => ({
      ...button,
      sub_type: 'mpm',
      index,
      parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: id, sections } }],
    })),
  (index) => fc.constant({ ...button, sub_type: 'spm', index }),
  () =>
    fc.constant({
      ...button,
      sub_type: 'voice_call',
      parameters: [{ type: 'ttl_minutes', ttl_minutes: 60 }],
    }),
  (index) =>
    arbitraryOrderDetails.map((details) => ({
      ...button,
      sub_type: 'order_details',
      index,
      parameters: [{ type: 'action', action: { order_details: details } }],
    })),
];

/** Up to three kinds, each at its own place. */
const arbitraryButtons: fc.Arbitrary<Component[]> = fc
  .tuple(
    fc.tuple(...buttons.map((each, place) => each(String(place)))),
    fc.uniqueArray(fc.nat({ max: buttons.length - 1 }), { maxLength: 3 }),
  )
  .map(([all, picked]) => all.filter((_, place) => picked.includes(place)));

const offer: Component = {
  type: 'limited_time_offer',
  parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1_794_000_000_000 } }],
};
const tapTarget: Component = {
  type: 'tap_target_configuration',
  parameters: [
    {
      type: 'tap_target_configuration',
      tap_target_configuration: [{ url: 'https://example.com/offer', title: 'Offer' }],
    },
  ],
};

function carousel({ media }: SendParts): fc.Arbitrary<Component> {
  return fc.array(fc.tuple(media, value), { minLength: 2, maxLength: 4 }).map((cards) => ({
    type: 'carousel',
    cards: cards.map(([image, text], index) => ({
      card_index: index,
      components: [
        { type: 'header', parameters: [{ type: 'image', image }] },
        { type: 'button', sub_type: 'url', index: '0', parameters: [text] },
      ],
    })),
  }));
}

/** Any template send whose shape is right, whether or not a template of that shape exists. */
export function arbitraryTemplate(parts: SendParts): fc.Arbitrary<Template> {
  const optional = (component: fc.Arbitrary<Component>) =>
    fc.oneof(
      component.map((one) => [one]),
      fc.constant([]),
    );
  return fc
    .tuple(
      fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/),
      fc.constantFrom('en', 'en_US', 'ja', 'pt_BR'),
      optional(header(parts)),
      optional(bodyParameters.map((parameters) => ({ type: 'body', parameters }))),
      arbitraryButtons,
      optional(fc.constantFrom(offer, tapTarget)),
      optional(carousel(parts)),
    )
    .map(([name, code, ...components]) => ({ name, language: { code }, components: components.flat() }));
}
