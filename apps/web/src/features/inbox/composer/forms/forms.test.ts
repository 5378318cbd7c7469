import { contentSchemas, type Media, type SendableContent, sendableKinds } from '@renkei/contract';
import { expect, test } from 'vitest';
import { formOf, messagesOf } from './form-support.ts';
import { forms, madeElsewhere } from './registry.ts';

const media: Media = {
  id: '0190a0a0-0000-7000-8000-000000000001',
  state: 'stored',
  mimeType: 'image/png',
  sizeBytes: 10,
  fileName: 'tea.png',
  width: null,
  height: null,
  durationMs: null,
  hasThumbnail: false,
  waveform: null,
  converted: null,
  problem: null,
};
const later = new Date(Date.now() + 86_400_000).toISOString();
const messageId = '0190a0a0-0000-7000-8000-000000000002';

/** What stands in the fields, and the message that comes of it. */
const examples: readonly (readonly [draft: Record<string, unknown>, content: SendableContent])[] = [
  [
    { position: { latitude: 35.68, longitude: 139.76 }, name: ' Shop ' },
    { kind: 'location', latitude: 35.68, longitude: 139.76, name: 'Shop' },
  ],
  [
    {
      cards: [
        {
          name: 'Ren Aoki',
          phones: [{ number: '+81 3-5550-0199', label: 'WORK' }],
          emails: ['ren@example.com'],
          organisation: 'Aobado',
          nameParts: { last: 'Aoki' },
          urls: ['https://example.com'],
          birthday: '1989-04-17',
        },
      ],
    },
    {
      kind: 'contacts',
      cards: [
        {
          name: 'Ren Aoki',
          phones: [{ number: '+81 3-5550-0199', label: 'WORK' }],
          emails: ['ren@example.com'],
          organisation: 'Aobado',
          nameParts: { last: 'Aoki' },
          urls: ['https://example.com'],
          birthday: '1989-04-17',
        },
      ],
    },
  ],
  [
    {
      header: { type: 'image', image: media },
      body: 'Which tea?',
      buttons: [
        { title: 'Green', id: 'g' },
        { title: 'Black', id: 'b' },
      ],
    },
    {
      kind: 'buttons',
      header: { type: 'image', mediaId: media.id },
      body: 'Which tea?',
      buttons: [
        { title: 'Green', id: 'g' },
        { title: 'Black', id: 'b' },
      ],
    },
  ],
  [
    {
      header: 'Teas',
      body: 'Which tea?',
      button: 'Choose',
      sections: [{ rows: [{ title: 'Green', description: 'From Uji', id: 'g' }] }],
      footer: 'Aobado',
    },
    {
      kind: 'list',
      header: { type: 'text', text: 'Teas' },
      body: 'Which tea?',
      button: 'Choose',
      sections: [{ rows: [{ title: 'Green', description: 'From Uji', id: 'g' }] }],
      footer: 'Aobado',
    },
  ],
  [
    { body: 'Our shop', link: { label: 'Open', url: 'https://example.com' } },
    { kind: 'link_button', body: 'Our shop', link: { label: 'Open', url: 'https://example.com' } },
  ],
  [
    {
      body: 'New',
      cards: [1, 2].map((card) => ({
        header: { type: 'image', image: media },
        action: { type: 'buttons', buttons: { buttons: [{ title: 'Take it', id: `take-${card}` }] } },
      })),
    },
    {
      kind: 'carousel',
      body: 'New',
      cards: [1, 2].map((card) => ({
        header: { type: 'image', mediaId: media.id },
        action: { buttons: [{ title: 'Take it', id: `take-${card}` }] },
      })),
    },
  ],
  [{ body: 'Where are you?' }, { kind: 'location_request', body: 'Where are you?' }],
  [{ body: 'Your number?' }, { kind: 'contact_info_request', body: 'Your number?' }],
  [
    { body: 'Where to?', values: { isOn: true, inner: { city: 'Pune' } } },
    { kind: 'address_request', body: 'Where to?', country: 'IN', values: { city: 'Pune' } },
  ],
  [
    {
      body: 'Book',
      flow: { type: 'name', name: { name: 'booking' } },
      button: 'Open',
      screen: 'START',
      data: '{"day":1}',
    },
    {
      kind: 'whatsapp_flow',
      body: 'Book',
      flow: { name: 'booking' },
      button: 'Open',
      mode: 'published',
      opens: { screen: 'START', data: { day: 1 } },
    },
  ],
  [
    { catalogId: '1', productId: 'mug-01' },
    { kind: 'product', catalogId: '1', productId: 'mug-01' },
  ],
  [
    {
      header: 'Mugs',
      body: 'All',
      catalogId: '1',
      sections: [{ title: 'Blue', productIds: 'mug-01\n\nmug-02\nmug-01' }],
    },
    {
      kind: 'product_list',
      header: 'Mugs',
      body: 'All',
      catalogId: '1',
      sections: [{ title: 'Blue', productIds: ['mug-01', 'mug-02'] }],
    },
  ],
  [
    { body: 'Look', catalogId: '1', productIds: 'mug-01\nmug-02' },
    { kind: 'product_carousel', body: 'Look', catalogId: '1', productIds: ['mug-01', 'mug-02'] },
  ],
  [
    { body: 'All we have', thumbnailProductId: 'mug-01' },
    { kind: 'catalog', body: 'All we have', thumbnailProductId: 'mug-01' },
  ],
  [
    { body: 'Call us', label: 'Call', ttlMinutes: 60, payload: 'p' },
    { kind: 'call_button', body: 'Call us', label: 'Call', ttlMinutes: 60, payload: 'p' },
  ],
  [{ body: 'May we call?' }, { kind: 'call_permission_request', body: 'May we call?' }],
  [
    {
      body: 'Your invoice',
      order: {
        referenceId: 'ord-1',
        goods: 'physical',
        currency: 'BRL',
        items: [{ name: 'Mug', productId: 'mug-01', quantity: 2, unitAmountMicros: 12.5 }],
        tax: { amountMicros: 1 },
        shipping: { isOn: true, inner: { amountMicros: 3, description: 'Post' } },
        expires: { isOn: true, inner: { at: later, description: 'One day' } },
        payments: [{ type: 'payment_link', payment_link: { url: 'https://pay.example.com' } }],
      },
    },
    {
      kind: 'payment_request',
      body: 'Your invoice',
      order: {
        referenceId: 'ord-1',
        goods: 'physical',
        currency: 'BRL',
        items: [{ name: 'Mug', productId: 'mug-01', quantity: 2, unitAmountMicros: 12_500_000 }],
        tax: { amountMicros: 1_000_000 },
        shipping: { amountMicros: 3_000_000, description: 'Post' },
        expires: { at: later, description: 'One day' },
        payments: [{ type: 'payment_link', url: 'https://pay.example.com' }],
      },
    },
  ],
  [
    { referenceId: 'ord-1', status: 'shipped', body: 'On its way' },
    { kind: 'order_status', referenceId: 'ord-1', status: 'shipped', body: 'On its way' },
  ],
  [
    { targetMessageId: messageId, action: { type: 'pin', pin: { days: 3 } } },
    { kind: 'pin', targetMessageId: messageId, days: 3 },
  ],
];

test('every kind that can be sent is made in a form or elsewhere', () => {
  expect([...forms.map(({ kind }) => kind), ...madeElsewhere].toSorted()).toEqual(sendableKinds.toSorted());
});

test('every form has an example here', () => {
  expect(examples.map(([, { kind }]) => kind)).toEqual(forms.map(({ kind }) => kind));
});

test.each(examples.map(([draft, content]) => [content.kind, draft, content] as const))(
  '%s: what is typed becomes the message, and nothing is wrong with it',
  (kind, typed, content) => {
    const { field } = formOf(kind);
    const draft = field.restore(typed);
    expect(field.faultsOf(draft)).toEqual([]);
    expect(field.outputOf(draft)).toEqual(content);
    expect(contentSchemas[kind].safeParse(field.outputOf(draft)).success).toBe(true);
  },
);

test.each(forms.map(({ kind, field }) => [kind, field] as const))(
  '%s: a draft comes back as it was, whatever of it can no longer be read',
  (kind, field) => {
    const blank = field.restore(undefined);
    expect(field.restore(JSON.parse(JSON.stringify(blank)))).toEqual(blank);
    expect(() => field.outputOf(field.restore({ body: 7, cards: 'x', order: null }))).not.toThrow();
    // A form that begins without faults must be one that can be sent as it is.
    if (field.faultsOf(blank).length === 0) {
      expect(contentSchemas[kind].safeParse(field.outputOf(blank)).success).toBe(true);
    }
  },
);

test('what is too long, too many or said twice is named at its field', () => {
  const long = 'x'.repeat(21);
  expect(messagesOf('buttons', { body: 'a', buttons: [{ title: long, id: 'a' }] })).toEqual({
    'buttons.0.title': 'Too long by 1: at most 20 characters',
  });
  const twice = [
    { title: 'Same', id: 'a' },
    { title: 'Same', id: 'a' },
  ];
  expect(messagesOf('buttons', { body: 'a', buttons: twice })).toEqual({
    'buttons.1.title': 'Another button has this label',
    'buttons.1.id': 'Another one has this ID',
  });
  const rows = (count: number, from = 0) =>
    Array.from({ length: count }, (_, index) => ({ title: 'Row', id: `${from + index}` }));
  expect(
    messagesOf('list', { body: 'a', button: 'b', sections: [{ rows: rows(6) }, { rows: rows(5, 6) }] }),
  ).toEqual({
    sections: 'At most 10 rows in all sections together; now 11',
    'sections.0.title': 'With several sections each needs a heading',
    'sections.1.title': 'With several sections each needs a heading',
  });
});

test('characters are counted as people do: an emoji is one', () => {
  expect(messagesOf('buttons', { body: 'a', buttons: [{ title: '🍵'.repeat(20), id: 'a' }] })).toEqual({});
});

test('every card of a carousel must end as the first one does', () => {
  const card = (action: object) => ({ header: { type: 'image', image: media }, action });
  const link = { type: 'link', link: { link: { label: 'Open', url: 'https://example.com' } } };
  const buttons = { type: 'buttons', buttons: { buttons: [{ title: 'Take it', id: 'a' }] } };
  expect(messagesOf('carousel', { body: 'a', cards: [card(link), card(buttons)] })).toEqual({
    'cards.1.action': 'Every card needs the same kind and number of buttons as the first',
  });
});

test('an order that costs less than nothing cannot be asked for', () => {
  const order = {
    referenceId: 'a b',
    items: [{ name: 'Mug', productId: 'm', quantity: 1, unitAmountMicros: 5, saleAmountMicros: 6 }],
    discount: { isOn: true, inner: { amountMicros: 7 } },
    payments: [{ type: 'boleto', boleto: { digitableLine: '1' } }],
  };
  expect(messagesOf('payment_request', { body: 'a', order })).toEqual({
    'order.referenceId': 'Only letters, digits, “-”, “_” and “.”',
    'order.items.0.saleAmountMicros': 'Must be below the price',
    'order.discount.inner.amountMicros': 'The discount is larger than the sum',
  });
});
