/** What can be sent, as data: content of every kind, and the templates it names. Later providers are judged by it, too. */
import { randomUUID } from 'node:crypto';
import type { ContentOf, MediaContentKind, SendableContent } from '@renkei/contract';

type SendableKind = SendableContent['kind'];

export interface SampleIds {
  /** Our ids of files of each kind. */
  readonly media: { readonly [Kind in MediaContentKind]: string };
  /** Ours, of a message of the customer. */
  readonly targetMessageId: string;
  /** A published Flow of the account. */
  readonly flow: { readonly id: string; readonly name: string };
}

const text = (value: string) => ({ type: 'text', text: value }) as const;
const order = {
  goods: 'physical',
  items: [
    { productId: 'mug-01', name: 'Blue mug', quantity: 2, unitAmountMicros: 424_500_000 },
    {
      productId: 'bowl-02',
      name: 'Bowl',
      quantity: 1,
      unitAmountMicros: 300_000_000,
      saleAmountMicros: 250_000_000,
    },
  ],
  tax: { amountMicros: 10_000_000, description: 'incl.' },
  shipping: { amountMicros: 50_000_000 },
  discount: { amountMicros: 20_000_000, description: 'Autumn' },
} as const;
const indianOrder = (): ContentOf<'payment_request'>['order'] => ({
  ...order,
  items: [...order.items],
  referenceId: `ord-${randomUUID().slice(0, 8)}`,
  currency: 'INR',
  expires: { at: new Date(Date.now() + 86_400_000).toISOString(), description: 'Valid for a day' },
  payments: [{ type: 'payment_gateway', gateway: 'razorpay', configurationName: 'studio-upi' }],
});
const brazilianOrder = (): ContentOf<'payment_request'>['order'] => ({
  ...order,
  items: [...order.items],
  goods: 'digital',
  referenceId: `ord-${randomUUID().slice(0, 8)}`,
  currency: 'BRL',
  payments: [
    {
      type: 'pix_dynamic_code',
      code: '0002',
      merchantName: 'Studio',
      key: 'a@example.com',
      keyType: 'EMAIL',
    },
    { type: 'payment_link', url: 'https://pay.example.com/1' },
    { type: 'boleto', digitableLine: '34191.79001' },
    { type: 'offsite_card_pay', lastFourDigits: '4242', credentialId: 'card-1' },
  ],
});
const filled = { kind: 'template', language: 'en', bodyParameters: [], buttons: [] } as const;
const templateOf = (name: string, more: Partial<ContentOf<'template'>> = {}): ContentOf<'template'> => ({
  ...filled,
  name,
  bodyParameters: [],
  buttons: [],
  ...more,
});

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
    template: [
      templateOf('sample_plain'),
      templateOf('sample_named', {
        header: text('2214'),
        bodyParameters: [
          'Amara',
          { type: 'currency', shown: '¥1,200', currency: 'JPY', amountMicros: 1_200_000_000 },
        ],
      }),
      templateOf('sample_dated', { header: image, bodyParameters: [{ type: 'date_time', shown: 'Nov 24' }] }),
      templateOf('sample_video', { header: video }),
      templateOf('sample_document', { header: document }),
      templateOf('sample_place', {
        header: {
          type: 'location',
          latitude: 35.68,
          longitude: 139.76,
          name: 'Shop',
          address: '1-1 Chiyoda',
        },
      }),
      templateOf('sample_buttons', {
        buttons: [
          { type: 'quick_reply', index: 0, payload: 'confirmed' },
          { type: 'url', index: 1, suffix: 't/2214' },
        ],
      }),
      templateOf('sample_coupon', {
        offerEndsAt: new Date(Date.now() + 86_400_000).toISOString(),
        header: image,
        buttons: [{ type: 'copy_code', index: 0, code: 'AUTUMN25' }],
      }),
      templateOf('sample_code', { code: '482913' }),
      templateOf('sample_flow', {
        buttons: [{ type: 'flow', index: 0, token: 'booking-1', data: { day: 'tue' } }],
      }),
      templateOf('sample_catalog', {
        buttons: [{ type: 'catalog', index: 0, thumbnailProductId: 'mug-01' }],
      }),
      templateOf('sample_products', {
        header: text('mugs'),
        buttons: [
          {
            type: 'multi_product',
            index: 0,
            thumbnailProductId: 'mug-01',
            sections: [{ title: 'Blue', productIds: ['mug-01', 'mug-02'] }],
          },
        ],
      }),
      templateOf('sample_plain', { marketingMessages: { fallback: 'strict', shareActivity: true } }),
      templateOf('sample_gif', { header: { type: 'gif', mediaId: media.video }, marketingMessages: {} }),
      templateOf('sample_single', {
        header: { type: 'product', catalogId: '1234567890', productId: 'mug-01' },
      }),
      templateOf('sample_bill', { buttons: [{ type: 'order_details', index: 0, order: indianOrder() }] }),
      templateOf('sample_call', {
        buttons: [{ type: 'voice_call', index: 0, ttlMinutes: 1440, payload: 'order' }],
      }),
      templateOf('sample_cards', {
        bodyParameters: ['Amara'],
        cards: ['mug', 'bowl'].map((name) => ({
          header: image,
          bodyParameters: [name],
          buttons: [
            { type: 'quick_reply', index: 0, payload: `like-${name}` },
            { type: 'url', index: 1, suffix: name },
          ],
        })),
      }),
    ],
  };
}

const header = (format: string) => ({
  type: 'HEADER',
  format,
  example: { header_handle: ['4:c2FtcGxl:aW1hZ2U='] },
});
const body = (words: string, ...example: readonly string[]) => ({
  type: 'BODY',
  text: words,
  ...(example.length > 0 ? { example: { body_text: [example] } } : {}),
});
const buttons = (...list: readonly object[]) => ({ type: 'BUTTONS', buttons: list });

/** The catalog that `sampleContents` names, as the simulator takes it. */
export const sampleCatalog = {
  id: '1234567890',
  name: 'Mugs',
  products: ['mug-01', 'mug-02', 'mug-03'].map((retailerId) => ({
    retailerId,
    name: `Mug ${retailerId}`,
    priceMicros: 1_200_000_000,
    currency: 'JPY',
  })),
};

/** A form without an endpoint of its own. */
const flowJson = {
  version: '7.2',
  screens: [
    {
      id: 'DAY',
      title: 'Book a visit',
      terminal: true,
      data: {},
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextInput', name: 'day', label: 'Day', required: true },
          { type: 'Footer', label: 'Book', 'on-click-action': { name: 'complete', payload: {} } },
        ],
      },
    },
  ],
};

interface SampleAccount {
  readonly graphUrl: string;
  readonly accessToken: string;
  readonly wabaId: string;
  readonly phoneNumberId: string;
}

/** Publishes the Flow that `sampleContents` opens, and lets the number be called. */
export async function prepareSampleAccount(account: SampleAccount): Promise<SampleIds['flow']> {
  await post(account, `${account.phoneNumberId}/settings`, { calling: { status: 'ENABLED' } });
  const name = 'booking';
  const { id } = await post(account, `${account.wabaId}/flows`, {
    name,
    categories: ['OTHER'],
    flow_json: JSON.stringify(flowJson),
    publish: true,
  });
  if (id === undefined) throw new Error('No Flow was made');
  return { id, name };
}

/** Makes a group of the number, which must be an official one, and lets a customer join it. Gives the group's id. */
export async function openSampleGroup(account: SampleAccount, waId: string): Promise<string> {
  const path = `${account.phoneNumberId}/groups`;
  await post(account, path, { messaging_product: 'whatsapp', subject: 'Glaze club' });
  const { data } = await get(account, path);
  const id = data?.groups[0]?.id;
  if (id === undefined) throw new Error('No group was made');
  const { invite_link: link } = await get(account, `${id}/invite_link`);
  await call(account, 'POST', `${account.graphUrl}/phones/${waId}/open-link`, { link });
  return id;
}

interface GraphAnswer {
  readonly id?: string;
  readonly invite_link?: string;
  readonly data?: { readonly groups: readonly { readonly id: string }[] };
}

const get = (account: SampleAccount, path: string) =>
  call(account, 'GET', `${account.graphUrl}/v25.0/${path}`);
const post = (account: SampleAccount, path: string, body: object) =>
  call(account, 'POST', `${account.graphUrl}/v25.0/${path}`, body);

async function call(
  { accessToken }: SampleAccount,
  method: string,
  url: string,
  body?: object,
): Promise<GraphAnswer> {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
  return (await response.json()) as GraphAnswer;
}

interface SampleTemplate {
  readonly name: string;
  readonly language: string;
  readonly category: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';
  readonly status: 'APPROVED';
  readonly parameterFormat: 'POSITIONAL' | 'NAMED';
  readonly components: Record<string, unknown>[];
}

function template(
  name: string,
  components: Record<string, unknown>[],
  more: Partial<SampleTemplate> = {},
): SampleTemplate {
  const common = { language: 'en', category: 'MARKETING', status: 'APPROVED' } as const;
  return { ...common, parameterFormat: 'POSITIONAL', name, components, ...more };
}

/** The templates that `sampleContents` fills in, as Meta describes them. */
export const sampleTemplates: readonly SampleTemplate[] = [
  template('sample_plain', [body('Hello!')]),
  template(
    'sample_named',
    [
      {
        type: 'HEADER',
        format: 'TEXT',
        text: 'Order {{order_no}}',
        example: { header_text_named_params: [{ param_name: 'order_no', example: '2214' }] },
      },
      {
        type: 'BODY',
        text: 'Hi {{first_name}}, you pay {{amount}} in all.',
        example: {
          body_text_named_params: [
            { param_name: 'first_name', example: 'Amara' },
            { param_name: 'amount', example: '¥1,200' },
          ],
        },
      },
    ],
    { parameterFormat: 'NAMED', category: 'UTILITY' },
  ),
  template('sample_dated', [header('IMAGE'), body('Come on {{1}} if you like.', 'Nov 24')]),
  template('sample_video', [header('VIDEO'), body('Look!')]),
  template('sample_document', [header('DOCUMENT'), body('Our terms.')], { category: 'UTILITY' }),
  template('sample_place', [{ type: 'HEADER', format: 'LOCATION' }, body('Here we are.')], {
    category: 'UTILITY',
  }),
  template('sample_buttons', [
    body('Your appointment.'),
    buttons(
      { type: 'QUICK_REPLY', text: 'Confirm' },
      { type: 'URL', text: 'Track', url: 'https://studio.example.com/{{1}}', example: ['t/2214'] },
    ),
  ]),
  template('sample_coupon', [
    header('IMAGE'),
    body('20% off today.'),
    { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Today only', has_expiration: true } },
    buttons({ type: 'COPY_CODE', example: 'AUTUMN25' }),
  ]),
  template(
    'sample_code',
    [
      body('*{{1}}* is your verification code.', '482913'),
      buttons({
        type: 'URL',
        text: 'Copy code',
        url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}',
        example: ['482913'],
      }),
    ],
    { category: 'AUTHENTICATION' },
  ),
  template('sample_gif', [header('GIF'), body('Look!')]),
  template('sample_single', [
    { type: 'HEADER', format: 'PRODUCT' },
    body('Back in stock.'),
    buttons({ type: 'SPM', text: 'View' }),
  ]),
  template('sample_bill', [body('Your bill.'), buttons({ type: 'ORDER_DETAILS', text: 'Pay' })]),
  template('sample_flow', [
    body('Book a visit.'),
    buttons({
      type: 'FLOW',
      text: 'Book',
      flow_id: '1234567890',
      flow_action: 'navigate',
      navigate_screen: 'DAY',
    }),
  ]),
  template('sample_catalog', [body('All we have.'), buttons({ type: 'CATALOG', text: 'View catalog' })]),
  template('sample_products', [
    { type: 'HEADER', format: 'TEXT', text: 'Our {{1}}', example: { header_text: ['mugs'] } },
    body('Choose.'),
    buttons({ type: 'MPM', text: 'View items' }),
  ]),
  template('sample_call', [body('Call us.'), buttons({ type: 'VOICE_CALL', text: 'Call now' })]),
  template('sample_cards', [
    body('Hi {{1}}, new this week.', 'Amara'),
    {
      type: 'CAROUSEL',
      cards: [1, 2].map(() => ({
        components: [
          header('IMAGE'),
          body('Our {{1}} is back.', 'mug'),
          buttons(
            { type: 'QUICK_REPLY', text: 'I like it' },
            { type: 'URL', text: 'Buy', url: 'https://studio.example.com/{{1}}', example: ['mug'] },
          ),
        ],
      })),
    },
  ]),
];
