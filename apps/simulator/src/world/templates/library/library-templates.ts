import type { LibraryTemplate } from './library-template.ts';

const delivery = {
  category: 'UTILITY',
  topic: 'ORDER_MANAGEMENT',
  usecase: 'DELIVERY_UPDATE',
  industry: ['E_COMMERCE'],
  body_param_types: ['TEXT', 'TEXT', 'DATE'],
} as const;

const appointment = {
  category: 'UTILITY',
  topic: 'EVENT_REMINDER',
  usecase: 'APPOINTMENT_REMINDER',
  industry: ['BEAUTY_SPA_SALON', 'MEDICAL_HEALTH'],
  body_param_types: ['TEXT', 'DATE', 'TEXT'],
} as const;

const payment = {
  category: 'UTILITY',
  topic: 'PAYMENTS',
  usecase: 'PAYMENT_CONFIRMATION',
  industry: ['FINANCIAL_SERVICES', 'E_COMMERCE'],
  body_param_types: ['TEXT', 'AMOUNT', 'TEXT'],
} as const;

const group = {
  category: 'UTILITY',
  topic: 'GROUP_INVITE_LINK',
  usecase: 'GROUP_INVITE_LINK',
  industry: ['E_COMMERCE'],
} as const;

/** A small library in the manner of Meta's, whose own has several hundred (Meta: template library, 2025-11-14). */
export const libraryTemplates: readonly LibraryTemplate[] = [
  {
    id: '7147013345418927',
    name: 'delivery_update_1',
    language: 'en_US',
    ...delivery,
    body: 'Hi {{1}}, your order {{2}} is on its way. It should arrive on {{3}}. You can follow it below.',
    body_params: ['Amara', '2214', 'November 24'],
    buttons: [{ type: 'URL', text: 'Track order', url: 'https://www.example.com/track' }],
  },
  {
    id: '7147013345418928',
    name: 'delivery_update_1',
    language: 'ja',
    ...delivery,
    body: 'こんにちは、{{1}}様。ご注文{{2}}を発送しました。{{3}}にお届けの予定です。下のボタンから状況をご確認いただけます。',
    body_params: ['佐藤', '2214', '11月24日'],
    buttons: [{ type: 'URL', text: '配送状況を見る', url: 'https://www.example.com/track' }],
  },
  {
    id: '7147013345418929',
    name: 'appointment_reminder_1',
    language: 'en_US',
    ...appointment,
    body: 'Hello {{1}}, this is a reminder of your appointment on {{2}} at {{3}}. We look forward to seeing you.',
    body_params: ['Amara', 'November 24', '10:30'],
    buttons: [{ type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+12025550143' }],
  },
  {
    id: '7147013345418930',
    name: 'appointment_reminder_1',
    language: 'ja',
    ...appointment,
    body: 'こんにちは、{{1}}様。{{2}}の{{3}}からのご予約のお知らせです。ご来店をお待ちしております。',
    body_params: ['佐藤', '11月24日', '10時30分'],
    buttons: [{ type: 'PHONE_NUMBER', text: '電話する', phone_number: '+81355500100' }],
  },
  {
    id: '7147013345418931',
    name: 'payment_confirmation_1',
    language: 'en_US',
    ...payment,
    body: 'Hi {{1}}, we have received your payment of {{2}} for order {{3}}. Thank you.',
    body_params: ['Amara', '$10.99', '2214'],
  },
  {
    id: '7147013345418932',
    name: 'payment_confirmation_1',
    language: 'ja',
    ...payment,
    body: 'こんにちは、{{1}}様。{{2}}のお支払いを確認しました(ご注文番号 {{3}})。ありがとうございます。',
    body_params: ['佐藤', '1,980円', '2214'],
  },
  {
    id: '7147013345418933',
    name: 'group_invite_link_1',
    language: 'en_US',
    ...group,
    body: 'You are invited to our group. Open {{1}} to join.',
    body_params: ['https://chat.whatsapp.com/example'],
  },
];
