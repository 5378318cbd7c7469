/** Templates of every shape as Meta describes them, and what fills them in. */
import type { ContentOf } from '@renkei/contract';
import type { SampleIds } from './sample-ids.ts';
import { indianOrder } from './sample-orders.ts';

type TemplateContent = ContentOf<'template'>;

const text = (value: string) => ({ type: 'text', text: value }) as const;
const filled = { kind: 'template', language: 'en', bodyParameters: [], buttons: [] } as const;
const templateOf = (name: string, more: Partial<TemplateContent> = {}): TemplateContent => ({
  ...filled,
  name,
  bodyParameters: [],
  buttons: [],
  ...more,
});

/** One for each of `sampleTemplates`, and more where a template can be sent in several ways. */
export function sampleTemplateContents({ media }: Pick<SampleIds, 'media'>): readonly TemplateContent[] {
  const image = { type: 'image', mediaId: media.image } as const;
  const video = { type: 'video', mediaId: media.video } as const;
  const document = { type: 'document', mediaId: media.document, fileName: 'terms.pdf' } as const;
  return [
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
  ];
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
