import { body, footer, header, quickReplies, type ShippedTemplate } from './parts.ts';

export const utilityTemplates: readonly ShippedTemplate[] = [
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
  {
    name: 'pick_up_place',
    language: 'en',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'LOCATION' },
      body('Hi {{1}}, your order {{2}} waits for you here. We are open until 19:00.', 'Amara', '2214'),
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'I am on my way' },
          {
            type: 'URL',
            text: 'Order details',
            url: 'https://shop.example.com/orders/{{1}}',
            example: ['https://shop.example.com/orders/2214'],
          },
          { type: 'PHONE_NUMBER', text: 'Call the shop', phone_number: '+81355500100' },
        ],
      },
    ],
  },
  {
    name: 'pick_up_place',
    language: 'ja',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'LOCATION' },
      body(
        'こんにちは、{{1}}様。ご注文{{2}}をこちらの店舗でお渡しします。営業時間は19時までです。',
        '佐藤',
        '2214',
      ),
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: '今から行きます' },
          {
            type: 'URL',
            text: '注文の詳細',
            url: 'https://shop.example.com/orders/{{1}}',
            example: ['https://shop.example.com/orders/2214'],
          },
          { type: 'PHONE_NUMBER', text: '店舗に電話', phone_number: '+81355500100' },
        ],
      },
    ],
  },
];
