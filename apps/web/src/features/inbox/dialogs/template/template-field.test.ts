import { contentSchemas, type Media, type Template } from '@renkei/contract';
import { expect, test } from 'vitest';
import { templateField } from './template-field.ts';

const media: Media = {
  id: '0190a0a0-0000-7000-8000-000000000001',
  state: 'stored',
  mimeType: 'image/png',
  sizeBytes: 10,
  fileName: 'tea.pdf',
  width: null,
  height: null,
  durationMs: null,
  hasThumbnail: false,
  waveform: null,
  converted: null,
  problem: null,
};
const later = new Date(Date.now() + 86_400_000).toISOString();

function template(changes: Partial<Template>): Template {
  return {
    id: '0190a0a0-0000-7000-8000-000000000003',
    wabaId: '1',
    name: 'order_update',
    language: 'ja',
    category: 'UTILITY',
    status: 'APPROVED',
    quality: 'GREEN',
    header: null,
    body: { text: 'Hello', variables: [] },
    footer: null,
    buttons: [],
    offer: null,
    cards: [],
    isAuthentication: false,
    sendable: true,
    problem: null,
    ...changes,
  };
}

type Button = Template['buttons'][number];
type Takes = NonNullable<Button['takes']>['type'];

function button(type: string, takes: Takes | null, url: string | null = null): Button {
  return { type, text: 'Tap', url, phoneNumber: null, takes: takes && { type: takes, required: true } };
}

/** What is made of it, and whether anything is wrong. */
function fill(changes: Partial<Template>, typed: object) {
  const field = templateField(template(changes));
  const draft = field.restore(typed);
  return { content: field.outputOf(draft), faults: field.faultsOf(draft), files: field.filesOf(draft) };
}

test('every part of a template is asked for, and becomes its part of the message', () => {
  const { content, faults } = fill(
    {
      header: { format: 'text', text: 'Order {{1}}', variables: ['1'] },
      body: { text: '{{2}}, {{1}} and {{3}}', variables: ['1', '2', '3'] },
      footer: 'Aobado',
      buttons: [button('quick_reply', 'quick_reply'), button('url', 'url', 'https://example.com/{{1}}')],
    },
    {
      header: 'A-1',
      bodyParameters: {
        0: { kind: 'text', text: ' Mika ', currency: '', amount: null },
        1: { kind: 'currency', text: '¥1,200', currency: 'jpy', amount: 1200 },
        2: { kind: 'date_time', text: 'today', currency: '', amount: null },
      },
      buttons: { 0: '', 1: 't/1' },
    },
  );
  expect(faults).toEqual([]);
  expect(content).toMatchObject({
    kind: 'template',
    header: { type: 'text', text: 'A-1' },
    bodyParameters: [
      'Mika',
      { type: 'currency', shown: '¥1,200', currency: 'JPY', amountMicros: 1_200_000_000 },
      { type: 'date_time', shown: 'today' },
    ],
    buttons: [{ type: 'url', index: 1, suffix: 't/1' }],
    rendered: {
      header: 'Order A-1',
      body: '¥1,200, Mika and today',
      footer: 'Aobado',
      buttons: [{ value: null }, { value: 'https://example.com/t/1' }],
    },
  });
  expect(contentSchemas.template.safeParse(content).success).toBe(true);
});

test.each([
  ['image', media, { type: 'image', mediaId: media.id }],
  ['video', media, { type: 'video', mediaId: media.id }],
  ['document', media, { type: 'document', mediaId: media.id, fileName: 'tea.pdf' }],
  ['gif', media, { type: 'gif', mediaId: media.id }],
  [
    'location',
    { position: { latitude: 1, longitude: 2 }, name: 'Shop' },
    { type: 'location', latitude: 1, longitude: 2, name: 'Shop' },
  ],
  ['product', { catalogId: '1', productId: 'mug' }, { type: 'product', catalogId: '1', productId: 'mug' }],
] as const)('a header with %s', (format, typed, header) => {
  const { content, faults } = fill({ header: { format } }, { header: typed });
  expect(faults).toEqual([]);
  expect(content).toMatchObject({ header });
  expect(fill({ header: { format } }, {}).faults).not.toEqual([]);
});

test.each([
  ['quick_reply', 'yes', { type: 'quick_reply', payload: 'yes' }],
  ['copy_code', 'SUMMER', { type: 'copy_code', code: 'SUMMER' }],
  ['flow', { token: 't', data: '{"a":1}' }, { type: 'flow', token: 't', data: { a: 1 } }],
  ['catalog', 'mug', { type: 'catalog', thumbnailProductId: 'mug' }],
  [
    'multi_product',
    { thumbnailProductId: 'mug', sections: [{ title: 'All', productIds: 'mug\ncup' }] },
    {
      type: 'multi_product',
      thumbnailProductId: 'mug',
      sections: [{ title: 'All', productIds: ['mug', 'cup'] }],
    },
  ],
  ['voice_call', { ttlMinutes: 60 }, { type: 'voice_call', ttlMinutes: 60 }],
] as const)('a button that takes %s', (takes, typed, parameter) => {
  const { content, faults } = fill({ buttons: [button(takes, takes)] }, { buttons: { 0: typed } });
  expect(faults).toEqual([]);
  expect(content).toMatchObject({ buttons: [{ index: 0, ...parameter }] });
  expect(contentSchemas.template.safeParse(content).success).toBe(true);
});

test('cards are filled in one by one', () => {
  const card = {
    header: { format: 'image' as const },
    body: { text: 'Tea {{1}}', variables: ['1'] },
    buttons: [button('url', 'url', 'https://example.com/{{1}}')],
  };
  const typed = (name: string) => ({
    header: media,
    bodyParameters: { 0: { kind: 'text', text: name, currency: '', amount: null } },
    buttons: { 0: name },
  });
  const { content, files } = fill({ cards: [card, card] }, { cards: { 0: typed('a'), 1: typed('b') } });
  expect(content).toMatchObject({
    cards: [
      { header: { type: 'image' }, bodyParameters: ['a'], buttons: [{ suffix: 'a' }] },
      { header: { type: 'image' }, bodyParameters: ['b'], buttons: [{ suffix: 'b' }] },
    ],
    rendered: { cards: [{ body: 'Tea a' }, { body: 'Tea b' }] },
  });
  expect(files).toHaveLength(2);
});

test('a code is all that an authentication template takes', () => {
  const { content, faults } = fill(
    {
      isAuthentication: true,
      category: 'AUTHENTICATION',
      body: { text: 'Code {{1}}', variables: ['1'] },
      buttons: [button('otp', null)],
    },
    { code: '123456' },
  );
  expect(faults).toEqual([]);
  expect(content).toMatchObject({
    code: '123456',
    bodyParameters: [],
    buttons: [],
    rendered: { body: 'Code 123456', buttons: [{ value: '123456' }] },
  });
});

test('an offer needs its end, in time to come', () => {
  const offer = { text: 'Today', hasExpiration: true };
  expect(fill({ offer }, { offerEndsAt: later }).content).toMatchObject({ offerEndsAt: later });
  expect(fill({ offer }, { offerEndsAt: '2020-01-01T00:00' }).faults).toHaveLength(1);
  expect(fill({ offer }, {}).faults).toHaveLength(1);
});

test('only marketing templates may take the marketing road; a GIF must', () => {
  const on = { marketingMessages: { isOn: true, inner: { fallback: 'strict', shareActivity: true } } };
  expect(fill({}, on).content).not.toHaveProperty('marketingMessages');
  expect(fill({ category: 'MARKETING' }, on).content).toMatchObject({
    marketingMessages: { fallback: 'strict', shareActivity: true },
  });
  expect(fill({ category: 'MARKETING' }, {}).content).not.toHaveProperty('marketingMessages');
  expect(fill({ category: 'MARKETING', header: { format: 'gif' } }, { header: media }).content).toMatchObject(
    {
      marketingMessages: { fallback: 'cloud_api' },
    },
  );
});

test('what is still empty stays visible as its variable, and a value is not filled again', () => {
  const body = { text: '{{1}} {{ name }}', variables: ['1', 'name'] };
  const typed = { bodyParameters: { 0: { kind: 'text', text: '{{name}} $&', currency: '', amount: null } } };
  expect(fill({ body }, typed).content).toMatchObject({ rendered: { body: '{{name}} $& {{ name }}' } });
});
