import type { JsonObject } from '../../entities.ts';
import { body, footer, imageHeader, type ShippedTemplate } from './parts.ts';

const card = (text: string, reply: string, link: string): JsonObject => ({
  components: [
    imageHeader,
    body(text),
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: reply },
        {
          type: 'URL',
          text: link,
          url: 'https://shop.example.com/teas/{{1}}',
          example: ['https://shop.example.com/teas/sencha'],
        },
      ],
    },
  ],
});

export const marketingTemplates: readonly ShippedTemplate[] = [
  {
    name: 'new_arrival',
    language: 'en',
    category: 'MARKETING',
    components: [
      imageHeader,
      body(
        'Hello {{1}}! {{2}} has just arrived in our shop. Come and see it this week.',
        'Amara',
        'The blue teapot',
      ),
      footer('Reply STOP to opt out.'),
    ],
  },
  {
    name: 'new_arrival',
    language: 'ja',
    category: 'MARKETING',
    components: [
      imageHeader,
      body(
        'こんにちは、{{1}}様。新商品「{{2}}」が入荷しました。今週、ぜひご覧ください。',
        '佐藤',
        '青い急須',
      ),
      footer('配信停止は「停止」とご返信ください。'),
    ],
  },
  {
    name: 'tea_selection',
    language: 'en',
    category: 'MARKETING',
    components: [
      body('Hello {{1}}, here are two teas of this spring.', 'Amara'),
      {
        type: 'CAROUSEL',
        cards: [
          card('Sencha from the first picking, fresh and green.', 'Tell me more', 'See it'),
          card('Hojicha, roasted over charcoal.', 'Tell me more', 'See it'),
        ],
      },
    ],
  },
  {
    name: 'tea_selection',
    language: 'ja',
    category: 'MARKETING',
    components: [
      body('こんにちは、{{1}}様。この春のお茶をふたつご紹介します。', '佐藤'),
      {
        type: 'CAROUSEL',
        cards: [
          card('一番茶の煎茶。みずみずしい香りです。', '詳しく聞く', '商品を見る'),
          card('炭火で焙じたほうじ茶です。', '詳しく聞く', '商品を見る'),
        ],
      },
    ],
  },
  {
    name: 'weekend_offer',
    language: 'en',
    category: 'MARKETING',
    components: [
      imageHeader,
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'This weekend', has_expiration: true } },
      body('Hello {{1}}, all teapots are 20% off until Sunday evening.', 'Amara'),
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'COPY_CODE', example: 'TEA20' },
          { type: 'URL', text: 'Shop now', url: 'https://shop.example.com/teapots' },
        ],
      },
    ],
  },
  {
    name: 'weekend_offer',
    language: 'ja',
    category: 'MARKETING',
    components: [
      imageHeader,
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: '今週末限定', has_expiration: true } },
      body('こんにちは、{{1}}様。日曜の夜まで急須が全品20%オフです。', '佐藤'),
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'COPY_CODE', example: 'TEA20' },
          { type: 'URL', text: '商品を見る', url: 'https://shop.example.com/teapots' },
        ],
      },
    ],
  },
];
