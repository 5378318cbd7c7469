import type { JsonObject } from '../entities.ts';

export interface ShippedTemplate {
  readonly name: string;
  readonly language: string;
  readonly category: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';
  readonly parameterFormat?: 'POSITIONAL' | 'NAMED';
  readonly components: JsonObject[];
}

const body = (text: string, ...example: readonly string[]): JsonObject => ({
  type: 'BODY',
  text,
  ...(example.length > 0 ? { example: { body_text: [example] } } : {}),
});
const header = (text: string): JsonObject => ({ type: 'HEADER', format: 'TEXT', text });
const footer = (text: string): JsonObject => ({ type: 'FOOTER', text });
const quickReplies = (...texts: readonly string[]): JsonObject => ({
  type: 'BUTTONS',
  buttons: texts.map((text) => ({ type: 'QUICK_REPLY', text })),
});
const imageHeader: JsonObject = {
  type: 'HEADER',
  format: 'IMAGE',
  example: { header_handle: ['https://scontent.whatsapp.net/v/t61.29466-34/example.jpg'] },
};

/** Approved templates every new WABA starts with, each in Japanese and English. */
export const shippedTemplates: readonly ShippedTemplate[] = [
  {
    name: 'order_update',
    language: 'en',
    category: 'UTILITY',
    components: [
      body(
        'Hi {{1}}, your order {{2}} has been shipped. It will arrive on {{3}}.',
        'Amara',
        '2214',
        'Nov 24',
      ),
      footer('Reply to this message if you have a question.'),
    ],
  },
  {
    name: 'order_update',
    language: 'ja',
    category: 'UTILITY',
    components: [
      body(
        'こんにちは、{{1}}様。ご注文{{2}}を発送しました。{{3}}にお届けの予定です。',
        '佐藤',
        '2214',
        '11月24日',
      ),
      footer('ご不明な点はこのメッセージにご返信ください。'),
    ],
  },
  {
    name: 'appointment_reminder',
    language: 'en',
    category: 'UTILITY',
    components: [
      header('Your appointment'),
      body(
        'Hi {{1}}, we look forward to seeing you on {{2}} at {{3}}. See you soon!',
        'Amara',
        'Nov 24',
        '14:00',
      ),
      quickReplies('Confirm', 'Reschedule'),
    ],
  },
  {
    name: 'appointment_reminder',
    language: 'ja',
    category: 'UTILITY',
    components: [
      header('ご予約の確認'),
      body(
        'こんにちは、{{1}}様。{{2}}の{{3}}にご予約をいただいております。お待ちしております。',
        '佐藤',
        '11月24日',
        '14時',
      ),
      quickReplies('確認しました', '日時を変更する'),
    ],
  },
  {
    name: 'reopen_conversation',
    language: 'en',
    category: 'UTILITY',
    components: [
      body('Hi {{1}}, we have an answer to your question. Reply to continue our conversation.', 'Amara'),
      quickReplies('Continue'),
    ],
  },
  {
    name: 'reopen_conversation',
    language: 'ja',
    category: 'UTILITY',
    components: [
      body(
        'こんにちは、{{1}}様。お問い合わせの件でご連絡があります。続けるにはこのメッセージにご返信ください。',
        '佐藤',
      ),
      quickReplies('続ける'),
    ],
  },
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
    name: 'payment_received',
    language: 'en',
    category: 'UTILITY',
    parameterFormat: 'NAMED',
    components: [
      {
        type: 'BODY',
        text: 'Hi {{customer_name}}, we have received your payment of {{amount}}. Thank you!',
        example: {
          body_text_named_params: [
            { param_name: 'customer_name', example: 'Amara' },
            { param_name: 'amount', example: '$48.50' },
          ],
        },
      },
    ],
  },
  {
    name: 'payment_received',
    language: 'ja',
    category: 'UTILITY',
    parameterFormat: 'NAMED',
    components: [
      {
        type: 'BODY',
        text: 'こんにちは、{{customer_name}}様。{{amount}}のお支払いを確認しました。ありがとうございます。',
        example: {
          body_text_named_params: [
            { param_name: 'customer_name', example: '佐藤' },
            { param_name: 'amount', example: '4,850円' },
          ],
        },
      },
    ],
  },
];
