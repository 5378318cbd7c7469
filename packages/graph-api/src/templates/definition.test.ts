import { describe, expect, it } from 'vitest';
import { parseTemplateDefinition } from './definition.ts';
import { parseTemplateEdit } from './edit.ts';
import { parseLibraryTemplate } from './library.ts';
import { parseTemplateUpsert } from './upsert.ts';

const utility = { name: 'order_update', language: 'en_US', category: 'UTILITY' } as const;
const marketing = { ...utility, name: 'autumn_offer', category: 'MARKETING' } as const;
const authentication = { ...utility, name: 'code', category: 'AUTHENTICATION' } as const;
const body = { type: 'BODY', text: 'Your parcel has left our studio today.' } as const;
const footer = { type: 'FOOTER', text: 'Riverside Studio' } as const;
const quickReply = (text: string) => ({ type: 'QUICK_REPLY', text });
const url = { type: 'URL', text: 'Track', url: 'https://studio.example.com/t' };
const phone = { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+12025550143' };
const picture = { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4:aW1hZ2U='] } };
const offer = {
  type: 'LIMITED_TIME_OFFER',
  limited_time_offer: { text: 'Ends soon!', has_expiration: true },
};
const copyCode = { type: 'COPY_CODE', example: 'AUTUMN25' };
const app = { package_name: 'com.example.studio', signature_hash: 'K8a/AINcGX7' };

const buttons = (...list: object[]) => ({ type: 'BUTTONS', buttons: list });
const textOf = (text: string, ...examples: string[]) => ({
  type: 'BODY',
  text,
  ...(examples.length === 0 ? {} : { example: { body_text: [examples] } }),
});
const card = (...list: object[]) => ({
  components: [picture, { type: 'BODY', text: 'A mug.' }, buttons(...list)],
});
const carousel = (...cards: object[]) => ({ type: 'CAROUSEL', cards });
const otp = (button: object) => [
  { type: 'BODY', add_security_recommendation: true },
  { type: 'FOOTER', code_expiration_minutes: 5 },
  buttons({ type: 'OTP', ...button }),
];

describe('parseTemplateDefinition accepts', () => {
  it.each<readonly [string, object, readonly object[]]>([
    ['a body alone', utility, [body]],
    [
      'positional variables with examples',
      utility,
      [textOf('Hi {{1}}, order {{2}} has left us today.', 'Amara', '2214')],
    ],
    [
      'named variables, also in the header',
      { ...utility, parameter_format: 'NAMED' },
      [
        {
          type: 'HEADER',
          format: 'TEXT',
          text: 'Order {{order_no}}',
          example: { header_text_named_params: [{ param_name: 'order_no', example: '2214' }] },
        },
        {
          type: 'BODY',
          text: 'Hi {{first_name}}, your parcel left today.',
          example: { body_text_named_params: [{ param_name: 'first_name', example: 'Amara' }] },
        },
        footer,
        buttons(
          { ...url, url: 'https://studio.example.com/t/{{1}}', example: ['https://studio.example.com/t/2'] },
          quickReply('Call me'),
        ),
      ],
    ],
    ['a picture', utility, [picture, body]],
    ['a place', utility, [{ type: 'HEADER', format: 'LOCATION' }, body]],
    [
      'grouped quick replies beside other buttons',
      utility,
      [body, buttons(quickReply('Yes'), quickReply('No'), url, phone)],
    ],
    ['a coupon', marketing, [body, buttons(quickReply('Stop'), copyCode)]],
    [
      'a Flow',
      utility,
      [body, buttons({ type: 'FLOW', text: 'Book', flow_id: 9144, flow_action: 'navigate' })],
    ],
    ['a catalog', marketing, [body, footer, buttons({ type: 'CATALOG', text: 'View catalog' })]],
    [
      'many products',
      marketing,
      [{ type: 'HEADER', format: 'TEXT', text: 'For you' }, body, buttons({ type: 'MPM', text: 'View' })],
    ],
    [
      'one product',
      marketing,
      [{ type: 'HEADER', format: 'PRODUCT' }, body, buttons({ type: 'SPM', text: 'View' })],
    ],
    [
      'a call button written small',
      utility,
      [body, { type: 'buttons', buttons: [{ type: 'voice_call', text: 'Call now' }, url] }],
    ],
    ['a call permission request', utility, [body, { type: 'call_permission_request' }]],
    ['a request for contact information', utility, [body, buttons({ type: 'REQUEST_CONTACT_INFO' })]],
    ['a limited-time offer', marketing, [picture, offer, body, buttons(copyCode, url)]],
    ['a carousel', marketing, [body, carousel(card(url, quickReply('More')), card(url, quickReply('More')))]],
    ['a code to copy', authentication, otp({ otp_type: 'COPY_CODE', text: 'Copy' })],
    ['a code at one tap', authentication, otp({ otp_type: 'one_tap', supported_apps: [app] })],
    [
      'a code without a tap',
      { ...authentication, message_send_ttl_seconds: 60 },
      otp({ otp_type: 'ZERO_TAP', zero_tap_terms_accepted: true, supported_apps: [app] }),
    ],
    [
      'words in a script without spaces',
      { ...utility, language: 'ja' },
      [textOf('こんにちは、{{1}}様。ご注文の品を本日発送しました。', '山田')],
    ],
  ])('%s', (_case, head, components) => {
    expect(parseTemplateDefinition({ ...head, components })).toMatchObject({ ok: true });
  });
});

describe('parseTemplateDefinition refuses', () => {
  it.each<readonly [string, object, readonly object[], number | undefined, string]>([
    ['a long body', utility, [textOf('x'.repeat(1025))], 2388040, 'components[0].text'],
    ['a long footer', utility, [body, { ...footer, text: 'x'.repeat(61) }], 2388040, 'components[1].text'],
    [
      'a long button',
      utility,
      [body, buttons(quickReply('x'.repeat(26)))],
      2388040,
      'components[1].buttons[0].text',
    ],
    [
      'a leading variable',
      utility,
      [textOf('{{1}}, your order has left us.', 'Amara')],
      2388299,
      'components[0].text',
    ],
    [
      'a trailing variable',
      utility,
      [textOf('Your order has left us, {{1}} ', 'Amara')],
      2388299,
      'components[0].text',
    ],
    [
      'neighbours',
      utility,
      [textOf('Hello dear customer {{1}} {{2}}, we write to you.', 'a', 'b')],
      2388072,
      'components[0].text',
    ],
    [
      'a gap in the numbers',
      utility,
      [textOf('Hello {{1}}, order {{3}} has left us today.', 'a', 'b')],
      2388072,
      'components[0].text',
    ],
    [
      'a name where numbers are due',
      utility,
      [textOf('Hello {{name}}, it has left us.', 'a')],
      2388072,
      'components[0].text',
    ],
    [
      'too many variables',
      utility,
      [textOf('Hi {{1}} at {{2}} of us', 'a', 'b')],
      2388293,
      'components[0].text',
    ],
    [
      'a missing example',
      utility,
      [textOf('Hello {{1}}, it has left us.')],
      undefined,
      'components[0].example',
    ],
    ['two variables in the header', utility, [header('On {{1}}{{x}}'), body], 2388047, 'components[0].text'],
    [
      'a variable in the footer',
      utility,
      [body, { ...footer, text: 'From {{1}} us' }],
      2388073,
      'components[1].text',
    ],
    ['no body', utility, [footer], undefined, 'components'],
    ['two bodies', utility, [body, body], undefined, 'components[1]'],
    [
      'split quick replies',
      utility,
      [body, buttons(quickReply('a'), url, quickReply('b'))],
      undefined,
      'components[1].buttons[2]',
    ],
    ['three addresses', utility, [body, buttons(url, url, url)], undefined, 'components[1].buttons[2]'],
    ['two phone numbers', utility, [body, buttons(phone, phone)], undefined, 'components[1].buttons[1]'],
    [
      'eleven buttons',
      utility,
      [body, buttons(...Array.from({ length: 11 }, () => quickReply('a')))],
      undefined,
      'components[1].buttons',
    ],
    [
      'a catalog beside another button',
      marketing,
      [body, buttons({ type: 'CATALOG' }, url)],
      undefined,
      'components[1].buttons[0]',
    ],
    [
      'an address with a variable in the middle',
      utility,
      [body, buttons({ ...url, url: 'https://a.example/{{1}}/t' })],
      undefined,
      'components[1].buttons[0].url',
    ],
    [
      'an address without its example',
      utility,
      [body, buttons({ ...url, url: 'https://a.example/{{1}}' })],
      undefined,
      'components[1].buttons[0].example',
    ],
    [
      'a Flow without a Flow',
      utility,
      [body, buttons({ type: 'FLOW', text: 'Book' })],
      undefined,
      'components[1].buttons[0]',
    ],
    ['an offer in a utility template', utility, [picture, offer, body], undefined, 'components[1].type'],
    [
      'an offer with a footer',
      marketing,
      [picture, offer, body, footer, buttons(copyCode, url)],
      undefined,
      'components[3]',
    ],
    ['an offer without a picture', marketing, [offer, body, buttons(copyCode, url)], undefined, 'components'],
    [
      'an offer that ends without a code',
      marketing,
      [picture, offer, body, buttons(url)],
      undefined,
      'components',
    ],
    [
      'an offer with a long body',
      marketing,
      [picture, offer, textOf('x'.repeat(601)), buttons(copyCode)],
      2388040,
      'components[2].text',
    ],
    ['a carousel of one', marketing, [body, carousel(card(url))], undefined, 'components[1].cards'],
    [
      'a carousel of odd cards',
      marketing,
      [body, carousel(card(url), card(quickReply('a')))],
      undefined,
      'components[1].cards[1].components',
    ],
    [
      'buttons beside a carousel',
      marketing,
      [body, carousel(card(url), card(url)), buttons(url)],
      undefined,
      'components[2]',
    ],
    [
      'a product header without its button',
      marketing,
      [{ type: 'HEADER', format: 'PRODUCT' }, body],
      undefined,
      'components',
    ],
    [
      'a text in an authentication template',
      authentication,
      [body, ...otp({ otp_type: 'COPY_CODE' }).slice(2)],
      undefined,
      'components[0].text',
    ],
    [
      'a code without its button',
      authentication,
      otp({ otp_type: 'COPY_CODE' }).slice(0, 2),
      undefined,
      'components',
    ],
    [
      'a hash of the wrong length',
      authentication,
      otp({ otp_type: 'ONE_TAP', supported_apps: [{ ...app, signature_hash: 'x' }] }),
      undefined,
      'components[2].buttons[0].supported_apps[0].signature_hash',
    ],
    [
      'terms not accepted',
      authentication,
      otp({ otp_type: 'ZERO_TAP', zero_tap_terms_accepted: false, supported_apps: [app] }),
      undefined,
      'components[2].buttons[0].zero_tap_terms_accepted',
    ],
    ['capitals in the name', { ...utility, name: 'Order' }, [body], undefined, 'name'],
    ['a category of its own', { ...utility, category: 'NEWS' }, [body], undefined, 'category'],
    ['an unknown key', { ...utility, colour: 'red' }, [body], undefined, 'colour'],
    [
      'a life too short for marketing',
      { ...marketing, message_send_ttl_seconds: 60 },
      [body],
      undefined,
      'message_send_ttl_seconds',
    ],
    [
      'no end of life in marketing',
      { ...marketing, message_send_ttl_seconds: -1 },
      [body],
      undefined,
      'message_send_ttl_seconds',
    ],
  ])('%s', (_case, head, components, subcode, path) => {
    expect(parseTemplateDefinition({ ...head, components })).toMatchObject({
      ok: false,
      problem: { code: 100, subcode, path },
    });
  });

  it('by the ratio it is given, because Meta does not publish its own', () => {
    const short = { ...utility, components: [textOf('Hi {{1}} ok', 'a')] };
    expect(parseTemplateDefinition(short)).toMatchObject({ problem: { subcode: 2388293 } });
    expect(parseTemplateDefinition(short, { fixedWords: () => 0 })).toMatchObject({ ok: true });
  });
});

describe('the other ways to make a template', () => {
  it('an edit is judged as the template it would make', () => {
    const current = { ...utility };
    expect(parseTemplateEdit({ components: [body] }, current)).toMatchObject({
      ok: true,
      value: { name: 'order_update', components: [body] },
    });
    expect(parseTemplateEdit({ components: [footer] }, current)).toMatchObject({ ok: false });
    expect(parseTemplateEdit({ name: 'other' }, current)).toMatchObject({ problem: { path: 'name' } });
    expect(parseTemplateEdit({}, current)).toMatchObject({ ok: false });
  });

  it('an upsert makes one authentication template for each language', () => {
    const components = otp({ otp_type: 'COPY_CODE' });
    const upsert = { name: 'code', category: 'AUTHENTICATION', languages: ['en', 'ja'], components };
    expect(parseTemplateUpsert(upsert)).toMatchObject({
      ok: true,
      value: [{ language: 'en' }, { language: 'ja' }],
    });
    expect(parseTemplateUpsert({ ...upsert, category: 'UTILITY' })).toMatchObject({
      problem: { path: 'category' },
    });
  });

  it('a library template has no components of its own', () => {
    const library = { ...utility, library_template_name: 'delivery_update_1' };
    expect(parseLibraryTemplate(library)).toMatchObject({ ok: true });
    expect(parseLibraryTemplate({ ...library, components: [body] })).toMatchObject({
      problem: { path: 'components' },
    });
  });
});

function header(text: string) {
  return { type: 'HEADER', format: 'TEXT', text };
}
