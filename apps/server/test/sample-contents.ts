/** What can be sent, as data: content of every kind. Later providers are judged by it, too. */
import type { ContentOf, SendableContent } from '@renkei/contract';
import type { SampleIds } from './sample-ids.ts';
import { brazilianOrder, indianOrder } from './sample-orders.ts';
import { sampleTemplateContents } from './sample-templates.ts';

type SendableKind = SendableContent['kind'];

const text = (value: string) => ({ type: 'text', text: value }) as const;

/** At least one content of each kind, together with every part that the kind can have. */
export function sampleContents({ media, targetMessageId, flow }: SampleIds): {
  readonly [Kind in SendableKind]: readonly ContentOf<Kind>[];
} {
  const image = { type: 'image', mediaId: media.image } as const;
  const video = { type: 'video', mediaId: media.video } as const;
  const document = { type: 'document', mediaId: media.document, fileName: 'terms.pdf' } as const;
  return {
    text: [{ kind: 'text', body: 'こんにちは 👋 https://example.com', previewUrl: true }],
    image: [{ kind: 'image', mediaId: media.image, caption: '写真' }],
    video: [{ kind: 'video', mediaId: media.video, caption: '動画' }],
    audio: [{ kind: 'audio', mediaId: media.audio }],
    document: [{ kind: 'document', mediaId: media.document, caption: 'Your order', fileName: 'order.pdf' }],
    sticker: [{ kind: 'sticker', mediaId: media.sticker }],
    location: [
      { kind: 'location', latitude: 35.68, longitude: 139.76, name: 'Shop', address: '1-1 Chiyoda' },
      { kind: 'location', latitude: -90, longitude: 180 },
    ],
    contacts: [
      {
        kind: 'contacts',
        cards: [
          {
            name: 'Dr. Dario Petrov',
            nameParts: { prefix: 'Dr.', first: 'Dario', last: 'Petrov' },
            phones: [{ number: '+12025550188', waId: '12025550188', label: 'CELL' }],
            emails: ['d@example.com'],
            organisation: 'Petrov Kilns',
            department: 'Sales',
            jobTitle: 'Owner',
            addresses: [{ street: '4 Elm Row', city: 'Arlington', country: 'United States', label: 'WORK' }],
            urls: ['https://k.example.com'],
            birthday: '1989-04-17',
          },
          { name: '佐藤 花子', phones: [], emails: [] },
        ],
      },
    ],
    reaction: [
      { kind: 'reaction', targetMessageId, emoji: '👍' },
      { kind: 'reaction', targetMessageId, emoji: null },
    ],
    buttons: [undefined, text('Order 2214'), image, video, document].map((header) => ({
      kind: 'buttons',
      header,
      body: 'Does Tuesday suit you?',
      footer: 'Riverside Studio',
      buttons: [
        { id: 'yes', title: 'Yes' },
        { id: 'no', title: 'No' },
      ],
    })),
    list: [
      {
        kind: 'list',
        header: text('Opening hours'),
        body: 'Choose a day',
        button: 'Days',
        sections: [
          { title: 'This week', rows: [{ id: 'tue', title: 'Tuesday', description: '10–18' }] },
          { title: 'Next week', rows: [{ id: 'wed', title: 'Wednesday' }] },
        ],
      },
    ],
    link_button: [
      {
        kind: 'link_button',
        header: image,
        body: 'Book here',
        link: { label: 'Book', url: 'https://b.example' },
      },
    ],
    location_request: [{ kind: 'location_request', body: 'Where are you?' }],
    whatsapp_flow: [
      {
        kind: 'whatsapp_flow',
        body: 'Book a visit',
        flow: { id: flow.id },
        button: 'Book',
        token: 'booking-1',
        mode: 'published',
        opens: { screen: 'DAY', data: { days: ['tue'] } },
      },
      { kind: 'whatsapp_flow', body: 'Ask', flow: { name: flow.name }, button: 'Answer' },
    ],
    address_request: [
      {
        kind: 'address_request',
        body: 'Where shall we send it?',
        country: 'IN',
        values: { name: 'Amara', in_pin_code: '560001' },
        savedAddresses: [{ id: 'home', values: { city: 'Bengaluru' } }],
        faults: { in_pin_code: 'Not served' },
      },
    ],
    carousel: [
      {
        kind: 'carousel',
        body: 'New this week',
        cards: [
          { header: image, body: 'Mug', action: { link: { label: 'Buy', url: 'https://m.example' } } },
          { header: video, action: { link: { label: 'Buy', url: 'https://b.example' } } },
        ],
      },
      {
        kind: 'carousel',
        body: 'Which one?',
        cards: ['one', 'two'].map((id) => ({ header: image, action: { buttons: [{ id, title: 'This' }] } })),
      },
    ],
    call_permission_request: [
      { kind: 'call_permission_request', body: 'May we call you about your order?' },
      { kind: 'call_permission_request' },
    ],
    call_button: [
      { kind: 'call_button', body: 'Call us', label: 'Call now', ttlMinutes: 60, payload: 'order-2214' },
      { kind: 'call_button', body: 'Call us' },
    ],
    contact_info_request: [{ kind: 'contact_info_request', body: 'May we have your number?' }],
    product: [
      { kind: 'product', body: 'This one', footer: 'In stock', catalogId: '1234567890', productId: 'mug-01' },
      { kind: 'product', catalogId: '1234567890', productId: 'mug-01' },
    ],
    product_list: [
      {
        kind: 'product_list',
        header: 'Our mugs',
        body: 'Choose',
        catalogId: '1234567890',
        sections: [
          { title: 'Blue', productIds: ['mug-01'] },
          { title: 'Red', productIds: ['mug-02', 'mug-03'] },
        ],
      },
    ],
    product_carousel: [
      { kind: 'product_carousel', body: 'Look', catalogId: '1234567890', productIds: ['mug-01', 'mug-02'] },
    ],
    catalog: [
      { kind: 'catalog', body: 'All we have', footer: 'Studio', thumbnailProductId: 'mug-01' },
      { kind: 'catalog', body: 'All we have' },
    ],
    payment_request: [
      {
        kind: 'payment_request',
        header: image,
        body: 'Your bill',
        footer: 'Thank you',
        order: indianOrder(),
      },
      { kind: 'payment_request', body: 'Sua conta', order: brazilianOrder() },
    ],
    order_status: [
      {
        kind: 'order_status',
        body: 'Your order is on its way',
        referenceId: 'ord-2214',
        status: 'shipped',
        description: 'With the post',
      },
    ],
    pin: [
      { kind: 'pin', targetMessageId, days: 7 },
      { kind: 'pin', targetMessageId, days: null },
    ],
    template: sampleTemplateContents({ media }),
  };
}
