import fc from 'fast-check';
import { messageLimits } from '../../requests/limits.ts';
import type { InteractiveType, SendMessageRequestOf } from '../../requests/send-message.ts';
import { retailerId } from './content.ts';
import type { SendParts } from './options.ts';
import { arbitraryOrderDetails } from './order.ts';
import { digits, identifier, maybe, webAddress, words } from './values.ts';

type Interactive = SendMessageRequestOf<'interactive'>['interactive'];
type InteractiveArbitraries = {
  readonly [Type in InteractiveType]: fc.Arbitrary<Extract<Interactive, { readonly type: Type }>>;
};

const bodyText = fc.record({ text: words(messageLimits.interactiveBody) });
const footer = maybe(fc.record({ footer: fc.record({ text: words(messageLimits.footer) }) }));
const textHeader = fc.record({
  type: fc.constant('text' as const),
  text: words(messageLimits.headerText),
});

/** Interactive messages by kind. The compiler names a kind that has none. */
export function arbitraryInteractive(parts: SendParts): InteractiveArbitraries {
  const media = imageOf(parts);
  const header = maybe(fc.record({ header: fc.oneof(textHeader, media) }));
  const around = fc
    .tuple(bodyText, header, footer)
    .map(([body, above, below]) => ({ body, ...above, ...below }));
  return {
    button: fc
      .tuple(around, replyButtons)
      .map(([rest, buttons]) => ({ type: 'button', ...rest, action: { buttons } })),
    list: fc
      .tuple(bodyText, footer, listAction)
      .map(([body, below, action]) => ({ type: 'list', body, ...below, action })),
    cta_url: fc.tuple(around, ctaUrl).map(([rest, action]) => ({ type: 'cta_url', ...rest, action })),
    location_request_message: bodyText.map((body) => ({
      type: 'location_request_message',
      body,
      action: { name: 'send_location' },
    })),
    flow: fc.tuple(around, flowParameters).map(([rest, parameters]) => ({
      type: 'flow',
      ...rest,
      action: { name: 'flow', parameters },
    })),
    product: fc.tuple(footer, product).map(([below, action]) => ({ type: 'product', ...below, action })),
    product_list: fc
      .tuple(textHeader, bodyText, footer, productSections)
      .map(([above, body, below, sections]) => ({
        type: 'product_list',
        header: above,
        body,
        ...below,
        action: { catalog_id: '601188773344552', sections },
      })),
    catalog_message: fc.tuple(bodyText, retailerId).map(([body, thumbnail]) => ({
      type: 'catalog_message',
      body,
      action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: thumbnail } },
    })),
    carousel: fc
      .tuple(bodyText, fc.oneof(mediaCards(parts), productCards))
      .map(([body, cards]) => ({ type: 'carousel', body, action: { cards } })),
    address_message: around.map((rest) => ({
      type: 'address_message',
      ...rest,
      action: { name: 'address_message', parameters: { country: 'IN', values: { city: 'Bengaluru' } } },
    })),
    voice_call: fc.tuple(bodyText, maybe(fc.record({ parameters: voiceCall }))).map(([body, given]) => ({
      type: 'voice_call',
      body,
      action: { name: 'voice_call', ...given },
    })),
    call_permission_request: maybe(fc.record({ body: bodyText })).map((given) => ({
      type: 'call_permission_request',
      ...given,
      action: { name: 'call_permission_request' },
    })),
    request_contact_info: bodyText.map((body) => ({
      type: 'request_contact_info',
      body,
      action: { name: 'request_contact_info' },
    })),
    order_details: fc.tuple(bodyText, footer, arbitraryOrderDetails).map(([body, below, parameters]) => ({
      type: 'order_details',
      body,
      ...below,
      action: { name: 'review_and_pay', parameters },
    })),
    order_status: fc.tuple(bodyText, identifier(20)).map(([body, reference]) => ({
      type: 'order_status',
      body,
      action: {
        name: 'review_order',
        parameters: { reference_id: reference, order: { status: 'shipped', description: 'On its way' } },
      },
    })),
  };
}

function imageOf({ media }: SendParts) {
  return media.map((image) => ({ type: 'image' as const, image }));
}

const replyButtons = fc
  .uniqueArray(identifier(messageLimits.replyButtonTitle), {
    minLength: 1,
    maxLength: messageLimits.replyButtons,
  })
  .map((titles) => titles.map((title) => ({ type: 'reply' as const, reply: { id: `id-${title}`, title } })));

const listAction = fc
  .tuple(words(messageLimits.listButton), fc.uniqueArray(identifier(20), { minLength: 1, maxLength: 10 }))
  .map(([button, ids]) => ({
    button,
    sections: [
      { title: 'Choices', rows: ids.map((id) => ({ id, title: id, description: 'More about it' })) },
    ],
  }));

const ctaUrl = fc.tuple(words(messageLimits.ctaUrlButton), webAddress).map(([text, url]) => ({
  name: 'cta_url' as const,
  parameters: { display_text: text, url },
}));

const flowParameters = fc.record({
  flow_message_version: fc.constant('3' as const),
  flow_id: digits,
  flow_cta: words(messageLimits.flowButton),
  flow_token: identifier(20),
  mode: fc.constantFrom('draft' as const, 'published' as const),
});

const product = retailerId.map((id) => ({ catalog_id: '601188773344552', product_retailer_id: id }));

export const productSections = fc
  .array(retailerId, { minLength: 1, maxLength: 5 })
  .map((ids) => [{ title: 'Cups', product_items: ids.map((id) => ({ product_retailer_id: id })) }]);

const voiceCall = fc.record({
  display_text: words(messageLimits.voiceCallButton),
  ttl_minutes: fc.integer({ min: 1, max: messageLimits.voiceCallTtlMinutes }),
  payload: identifier(20),
});

function mediaCards(parts: SendParts) {
  const cards = { minLength: messageLimits.carouselCardsMin, maxLength: 4 };
  return fc.array(fc.tuple(imageOf(parts), ctaUrl), cards).map((list) =>
    list.map(([header, action], index) => ({
      card_index: index,
      type: 'cta_url' as const,
      header,
      action,
    })),
  );
}

const productCards = fc
  .array(product, { minLength: messageLimits.carouselCardsMin, maxLength: 4 })
  .map((list) => list.map((action, index) => ({ card_index: index, type: 'product' as const, action })));
