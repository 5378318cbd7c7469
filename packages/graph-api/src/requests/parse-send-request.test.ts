import { describe, expect, it } from 'vitest';
import { messageLimits } from './limits.ts';
import { parseSendRequest } from './parse-send-request.ts';
import type { SendMessageRequest } from './send-message.ts';

const envelope = { messaging_product: 'whatsapp', to: '+1 (202) 555-0177' } as const;
const body = { text: 'Pick one' } as const;
const firstParameter = 'template.components[0].parameters[0]';
const button = (id: string, title = id) => ({ type: 'reply', reply: { id, title } }) as const;
const row = (id: string) => ({ id, title: id });
const card = {
  name: { formatted_name: 'Dario Petrov', first_name: 'Dario' },
  phones: [{ phone: '+12025550188' }],
};

/** One request of every kind, typed, so that the schema and its type cannot drift from these. */
const accepted: Readonly<Record<string, SendMessageRequest>> = {
  text: {
    ...envelope,
    type: 'text',
    text: { body: 'Hi', preview_url: true },
    context: { message_id: 'wamid.A' },
  },
  'text to a user id': {
    messaging_product: 'whatsapp',
    recipient: 'US.20481937560284417735',
    type: 'text',
    text: { body: 'Hi' },
    biz_opaque_callback_data: 'attempt-1',
  },
  'text to a group': {
    ...envelope,
    recipient_type: 'group',
    to: 'Y2FwaV9n',
    type: 'text',
    text: { body: 'Hi' },
  },
  image: { ...envelope, type: 'image', image: { id: '1188', caption: 'Blue' } },
  video: { ...envelope, type: 'video', video: { link: 'https://example.com/a.mp4' } },
  audio: { ...envelope, type: 'audio', audio: { id: '1188', voice: true } },
  document: { ...envelope, type: 'document', document: { id: '1188', filename: '見積書.pdf' } },
  sticker: { ...envelope, type: 'sticker', sticker: { id: '1188' } },
  location: {
    ...envelope,
    type: 'location',
    location: { latitude: '38.8979', longitude: -77.0365, name: 'Studio' },
  },
  contacts: { ...envelope, type: 'contacts', contacts: [card] },
  reaction: { ...envelope, type: 'reaction', reaction: { message_id: 'wamid.A', emoji: '👍🏽' } },
  'reaction removed': { ...envelope, type: 'reaction', reaction: { message_id: 'wamid.A', emoji: '' } },
  'interactive button': {
    ...envelope,
    type: 'interactive',
    interactive: {
      type: 'button',
      header: { type: 'image', image: { id: '1188' } },
      body,
      footer: { text: 'Riverside Studio' },
      action: { buttons: [button('a'), button('b'), button('c')] },
    },
  },
  'interactive list': {
    ...envelope,
    type: 'interactive',
    interactive: {
      type: 'list',
      body,
      action: { button: 'Open', sections: [{ rows: [row('a'), row('b')] }] },
    },
  },
  'interactive cta_url': {
    ...envelope,
    type: 'interactive',
    interactive: {
      type: 'cta_url',
      body,
      action: { name: 'cta_url', parameters: { display_text: 'Track', url: 'https://example.com/t/1' } },
    },
  },
  'interactive location request': {
    ...envelope,
    type: 'interactive',
    interactive: { type: 'location_request_message', body, action: { name: 'send_location' } },
  },
  'template without variables': {
    ...envelope,
    type: 'template',
    template: { name: 'hello_world', language: { code: 'en_US' } },
  },
  'template with everything': {
    ...envelope,
    type: 'template',
    template: {
      name: 'order_update_v2',
      language: { code: 'ja' },
      components: [
        { type: 'header', parameters: [{ type: 'document', document: { id: '9911', filename: 'a.pdf' } }] },
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'Amara' },
            { type: 'currency', currency: { fallback_value: '$10.99', code: 'USD', amount_1000: 10990 } },
            { type: 'date_time', date_time: { fallback_value: 'Nov 21, 2026' } },
          ],
        },
        {
          type: 'button',
          sub_type: 'quick_reply',
          index: '0',
          parameters: [{ type: 'payload', payload: 'STOP' }],
        },
        { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 't/2214' }] },
        {
          type: 'button',
          sub_type: 'copy_code',
          index: '2',
          parameters: [{ type: 'coupon_code', coupon_code: 'SPRING' }],
        },
      ],
    },
  },
  'template with named parameters': {
    ...envelope,
    type: 'template',
    template: {
      name: 'order_update_v3',
      language: { code: 'pt_BR' },
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', parameter_name: 'name', text: 'Amara' },
            { type: 'text', parameter_name: 'order_no', text: '2214' },
          ],
        },
      ],
    },
  },
};

describe('parseSendRequest', () => {
  it.each(Object.entries(accepted))('accepts %s unchanged', (_name, request) => {
    expect(parseSendRequest(request)).toEqual({ ok: true, kind: 'message', request });
  });

  it('takes a body without a type for a text', () => {
    expect(parseSendRequest({ ...envelope, text: { body: 'Hi' } })).toMatchObject({
      request: { type: 'text' },
    });
  });

  it('ignores the case of template components and writes the button index as a string', () => {
    const components = [
      { type: 'BUTTON', sub_type: 'URL', index: 0, parameters: [{ type: 'text', text: 'x' }] },
    ];
    const template = { name: 'a', language: { code: 'en' }, components };
    expect(parseSendRequest({ ...envelope, type: 'template', template })).toMatchObject({
      request: { template: { components: [{ type: 'button', sub_type: 'url', index: '0' }] } },
    });
  });

  it('accepts read receipts, with and without typing', () => {
    const request = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.A' };
    expect(parseSendRequest(request)).toEqual({ ok: true, kind: 'mark_read', request });
    const typing = { ...request, typing_indicator: { type: 'text' } };
    expect(parseSendRequest(typing)).toEqual({ ok: true, kind: 'mark_read', request: typing });
  });

  it.each([
    ['no object', 'text', 100, ''],
    ['nothing', null, 100, ''],
    ['another product', { ...text('Hi'), messaging_product: 'messenger' }, 100, 'messaging_product'],
    ['no product', { ...text('Hi'), messaging_product: undefined }, 131008, 'messaging_product'],
    ['nobody to send to', { ...text('Hi'), to: undefined }, 131008, 'to'],
    ['a malformed number', { ...text('Hi'), to: '12-34' }, 131009, 'to'],
    ['letters for a number', { ...text('Hi'), to: 'alice' }, 131009, 'to'],
    ['a malformed user id', { ...text('Hi'), to: undefined, recipient: 'US-1' }, 131009, 'recipient'],
    ['an unknown type', { ...envelope, type: 'hologram' }, 100, 'type'],
    ['an unknown parameter', { ...text('Hi'), colour: 'red' }, 100, 'colour'],
    [
      'an unknown nested parameter',
      { ...envelope, type: 'text', text: { body: 'Hi', bold: 1 } },
      100,
      'text.bold',
    ],
    ['no content', { ...envelope, type: 'text' }, 131008, 'text'],
    ['content of the wrong kind', { ...envelope, type: 'text', text: 'Hi' }, 100, 'text'],
    ['an empty text', text(''), 131008, 'text.body'],
    ['media without a source', { ...envelope, type: 'image', image: {} }, 131008, 'image'],
    [
      'media with two',
      { ...envelope, type: 'image', image: { id: '1', link: 'https://a.example' } },
      131009,
      'image',
    ],
    [
      'a link that is none',
      { ...envelope, type: 'image', image: { link: 'file:///a' } },
      131009,
      'image.link',
    ],
    [
      'a caption on audio',
      { ...envelope, type: 'audio', audio: { id: '1', caption: 'x' } },
      100,
      'audio.caption',
    ],
    ['a place beyond the pole', location(90.1, 0), 131009, 'location.latitude'],
    [
      'half a place',
      { ...envelope, type: 'location', location: { latitude: 1 } },
      131008,
      'location.longitude',
    ],
    ['a quote on a reaction', { ...reaction('👍'), context: { message_id: 'wamid.A' } }, 100, 'context'],
    ['two emoji', reaction('👍👍'), 131009, 'reaction.emoji'],
    ['letters for an emoji', reaction('ok'), 131009, 'reaction.emoji'],
    ['a card without a name', contacts({ phones: [] }), 131008, 'contacts[0].name'],
    ['a card with a bare name', contacts({ name: { formatted_name: 'D' } }), 131009, 'contacts[0].name'],
    ['a template without a language', template({ name: 'a' }), 131008, 'template.language'],
    [
      'a line break in a parameter',
      parameters({ type: 'text', text: 'a\nb' }),
      132008,
      `${firstParameter}.text`,
    ],
    [
      'five spaces in a parameter',
      parameters({ type: 'text', text: 'a     b' }),
      132008,
      `${firstParameter}.text`,
    ],
    ['mixed parameters', mixedParameters(), 132012, 'template.components[0].parameters'],
  ])('refuses %s', (_case, request, code, path) => {
    expect(parseSendRequest(request)).toMatchObject({ ok: false, problem: { code, path } });
  });

  it('names the path and what is wrong in the details', () => {
    expect(parseSendRequest(text('x'.repeat(4097)))).toEqual({
      ok: false,
      problem: {
        code: 131009,
        path: 'text.body',
        details: 'text.body must be at most 4096 characters long, has 4097',
      },
    });
    expect(parseSendRequest({ ...envelope, type: 'text' })).toMatchObject({
      problem: { details: 'text is required' },
    });
    expect(parseSendRequest({ ...envelope, type: 'audio', audio: [] })).toMatchObject({
      problem: { details: 'audio must be an object' },
    });
  });
});

describe('limits of outgoing messages', () => {
  it.each([
    ['text', messageLimits.textBody, text, 'text.body'],
    ['caption', messageLimits.caption, caption, 'image.caption'],
    ['callback data', messageLimits.callbackData, callbackData, 'biz_opaque_callback_data'],
    [
      'button body',
      messageLimits.interactiveBody,
      (long: string) => buttons({ body: { text: long } }),
      path('body.text'),
    ],
    [
      'header',
      messageLimits.headerText,
      (long: string) => buttons({ header: header(long) }),
      path('header.text'),
    ],
    [
      'footer',
      messageLimits.footer,
      (long: string) => buttons({ footer: { text: long } }),
      path('footer.text'),
    ],
    ['button title', messageLimits.replyButtonTitle, buttonTitle, path('action.buttons[0].reply.title')],
    ['button id', messageLimits.replyButtonId, buttonId, path('action.buttons[0].reply.id')],
    [
      'list body',
      messageLimits.listBody,
      (long: string) => list({ body: { text: long } }),
      path('body.text'),
    ],
    ['row title', messageLimits.listRowTitle, rowTitle, path('action.sections[0].rows[0].title')],
    [
      'row description',
      messageLimits.listRowDescription,
      rowDescription,
      path('action.sections[0].rows[0].description'),
    ],
  ])('%s: %i characters pass, one more does not, emoji counting once', (_case, max, build, at) => {
    expect(parseSendRequest(build('あ'.repeat(max)))).toMatchObject({ ok: true });
    expect(parseSendRequest(build('👍'.repeat(max)))).toMatchObject({ ok: true });
    expect(parseSendRequest(build('あ'.repeat(max + 1)))).toMatchObject({
      ok: false,
      problem: { code: 131009, path: at },
    });
  });

  it.each([
    ['no button', [], path('action.buttons')],
    ['four buttons', ['a', 'b', 'c', 'd'].map((id) => button(id)), path('action.buttons')],
    ['two buttons of one id', [button('a', 'x'), button('a', 'y')], path('action.buttons[1].reply.id')],
    ['two buttons of one title', [button('a', 'x'), button('b', 'x')], path('action.buttons[1].reply.title')],
  ])('refuse %s', (_case, given, at) => {
    const problem = { code: 131009, path: at };
    expect(parseSendRequest(buttons({ action: { buttons: given } }))).toMatchObject({ ok: false, problem });
  });

  it.each([
    ['no section', [], 131009, path('action.sections')],
    ['a section without rows', [{ rows: [] }], 131009, path('action.sections[0].rows')],
    ['eleven rows in two sections', [section('a', 6), section('b', 5)], 131009, path('action.sections')],
    ['two rows of one id', [section('a', 1), section('a', 1)], 131009, path('action.sections[1].rows[0].id')],
    [
      'an untitled section among two',
      [section('a', 1), { rows: [row('b')] }],
      131008,
      path('action.sections[1].title'),
    ],
  ])('refuse %s', (_case, sections, code, at) => {
    const problem = { code, path: at };
    expect(parseSendRequest(list({ action: { button: 'Open', sections } }))).toMatchObject({
      ok: false,
      problem,
    });
  });

  it('take 257 contact cards and not one more', () => {
    const cards = (count: number) => ({ ...envelope, type: 'contacts', contacts: Array(count).fill(card) });
    expect(parseSendRequest(cards(257))).toMatchObject({ ok: true });
    expect(parseSendRequest(cards(258))).toMatchObject({ problem: { code: 131009, path: 'contacts' } });
  });
});

function text(words: string) {
  return { ...envelope, type: 'text', text: { body: words } };
}

function caption(words: string) {
  return { ...envelope, type: 'image', image: { id: '1', caption: words } };
}

function callbackData(data: string) {
  return { ...text('Hi'), biz_opaque_callback_data: data };
}

function location(latitude: number, longitude: number) {
  return { ...envelope, type: 'location', location: { latitude, longitude } };
}

function reaction(emoji: string) {
  return { ...envelope, type: 'reaction', reaction: { message_id: 'wamid.A', emoji } };
}

function contacts(only: object) {
  return { ...envelope, type: 'contacts', contacts: [only] };
}

function template(content: object) {
  return { ...envelope, type: 'template', template: content };
}

function parameters(...values: object[]) {
  return template({
    name: 'a',
    language: { code: 'en' },
    components: [{ type: 'body', parameters: values }],
  });
}

function mixedParameters() {
  return parameters({ type: 'text', text: 'a' }, { type: 'text', parameter_name: 'b', text: 'b' });
}

function buttons(parts: object) {
  const interactive = { type: 'button', body, action: { buttons: [button('a')] }, ...parts };
  return { ...envelope, type: 'interactive', interactive };
}

function list(parts: object) {
  const action = { button: 'Open', sections: [{ rows: [row('a')] }] };
  return { ...envelope, type: 'interactive', interactive: { type: 'list', body, action, ...parts } };
}

function header(words: string) {
  return { type: 'text', text: words };
}

function buttonTitle(title: string) {
  return buttons({ action: { buttons: [button('a', title)] } });
}

function buttonId(id: string) {
  return buttons({ action: { buttons: [button(id, 'a')] } });
}

function rowTitle(title: string) {
  return list({ action: { button: 'Open', sections: [{ rows: [{ id: 'a', title }] }] } });
}

function rowDescription(description: string) {
  return list({ action: { button: 'Open', sections: [{ rows: [{ id: 'a', title: 'a', description }] }] } });
}

function section(title: string, rows: number) {
  return { title, rows: Array.from({ length: rows }, (_, index) => row(`${title}${index}`)) };
}

function path(inside: string): string {
  return `interactive.${inside}`;
}
