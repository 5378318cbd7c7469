import * as z from 'zod';
import { defineAccountEvents, l } from './define.ts';

/** Who it is about, as far as the provider says: name, and number with + or user id. */
const personData = z.object({ person: z.string() });
const preferenceData = personData.extend({ category: z.string() });

export const preferences = defineAccountEvents('Meta, user_preferences webhook (2026)', {
  'person.marketing_stopped': {
    severity: 'warning',
    data: preferenceData,
    title: l('{person} wants no more {category}', '{person}が{category}の受信を停止しました'),
    explanation: l(
      'The customer said so in WhatsApp. Meta refuses further ones with code 131050.',
      'お客様がWhatsAppで設定しました。以後の送信はエラー131050で拒否されます。',
    ),
    remedy: l('Take the customer off your lists.', '配信リストから外してください。'),
  },
  'person.marketing_resumed': {
    severity: 'success',
    data: preferenceData,
    title: l('{person} takes {category} again', '{person}が{category}の受信を再開しました'),
    explanation: l('The customer said so in WhatsApp.', 'お客様がWhatsAppで設定しました。'),
    remedy: null,
  },
  'person.marketing_signed_up': {
    severity: 'success',
    data: preferenceData.extend({ signupId: z.string().nullable() }),
    title: l('{person} signed up for {category}', '{person}が{category}に登録しました'),
    explanation: l(
      'The customer signed up in WhatsApp[ (sign-up {signupId})].',
      'お客様がWhatsAppで登録しました[（登録ID：{signupId}）]。',
    ),
    remedy: null,
  },
});

export const identities = defineAccountEvents('Meta, user_id_update webhook (2026)', {
  'person.user_id_changed': {
    severity: 'info',
    data: personData.extend({ previous: z.string(), next: z.string() }),
    title: l('The user id of {person} was changed', '{person}のユーザーIDが変更されました'),
    explanation: l(
      'From {previous} to {next}. The conversation goes on as before.',
      '{previous}から{next}に変更されました。会話はそのまま続きます。',
    ),
    remedy: null,
  },
});

export const clicks = defineAccountEvents('Meta, Marketing Messages: track click events (2026)', {
  'marketing.link_clicked': {
    severity: 'info',
    data: z.object({
      component: z.string().nullable(),
      productId: z.string().nullable(),
      clickId: z.string().nullable(),
    }),
    title: l('A link in a marketing message was opened', 'マーケティングメッセージのリンクが開かれました'),
    explanation: l(
      '[Part: {component}.][ Product: {productId}.][ Click: {clickId}.]',
      '[箇所：{component}。][商品：{productId}。][クリックID：{clickId}。]',
    ),
    remedy: null,
  },
});

const conversionData = z.object({
  messageId: z.string(),
  clickId: z.string().nullable(),
  amount: z.number().nullable(),
  currency: z.string().nullable(),
});

export const conversions = defineAccountEvents('Meta, Automatic events (2026)', {
  'conversion.lead': {
    severity: 'success',
    data: conversionData,
    title: l('A chat that began with an ad gave a lead', '広告からの会話で見込み客を獲得しました'),
    explanation: l('Meta recognised it in the conversation.', 'Metaが会話から検出しました。'),
    remedy: null,
  },
  'conversion.purchase': {
    severity: 'success',
    data: conversionData,
    title: l('A chat that began with an ad gave a purchase', '広告からの会話で購入がありました'),
    explanation: l(
      'Meta recognised it in the conversation[: {amount} {currency}].',
      'Metaが会話から検出しました[：{amount} {currency}]。',
    ),
    remedy: null,
  },
});
