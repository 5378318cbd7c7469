import * as z from 'zod';
import { moneySchema } from '../content/parts.ts';
import { defineAccountEvents, l } from './define.ts';

const paymentData = z.object({
  person: z.string(),
  referenceId: z.string().nullable(),
  amount: moneySchema.nullable(),
  /** The same, to be read. */
  shownAmount: z.string().nullable(),
  transactionId: z.string().nullable(),
  method: z.string().nullable(),
});

export const payments = defineAccountEvents('Meta, Payments: status webhook (2026)', {
  'payment.captured': {
    severity: 'success',
    data: paymentData,
    title: l(
      'The order [{referenceId} ]was paid[: {shownAmount}]',
      '注文[{referenceId}]が支払われました[：{shownAmount}]',
    ),
    explanation: l(
      'Paid by {person}[ ({method})][, transaction {transactionId}].',
      '支払者：{person}[（{method}）][、取引ID：{transactionId}]。',
    ),
    remedy: l(
      'Look the payment up at your payment provider before you deliver.',
      '発送前に決済事業者で入金を確認してください。',
    ),
  },
  'payment.pending': {
    severity: 'info',
    data: paymentData,
    title: l('The payment of [{referenceId} ]is under way', '注文[{referenceId}]の支払い処理中です'),
    explanation: l(
      '{person} has begun to pay[ {shownAmount}].',
      '{person}が[{shownAmount}の]支払い手続き中です。',
    ),
    remedy: null,
  },
  'payment.failed': {
    severity: 'warning',
    data: paymentData.extend({ error: z.string().nullable() }),
    title: l('The payment of [{referenceId} ]failed', '注文[{referenceId}]の支払いに失敗しました'),
    explanation: l(
      '{person} could not pay[ {shownAmount}][: {error}].',
      '{person}は[{shownAmount}の]支払いができませんでした[：{error}]。',
    ),
    remedy: l(
      'Send the request again, or offer another way to pay.',
      '支払い依頼を再送するか、別の支払い方法を案内してください。',
    ),
  },
});

const configurationData = z.object({ name: z.string(), provider: z.string().nullable() });

export const paymentConfigurations = defineAccountEvents(
  'Meta, payment_configuration_update webhook (2026)',
  {
    'payments.ready': {
      severity: 'success',
      data: configurationData,
      title: l('Payments by “{name}” are ready', '決済設定「{name}」が有効になりました'),
      explanation: l(
        'Customers can pay in the chat[ with {provider}].',
        'お客様はチャットで[{provider}を使って]支払えます。',
      ),
      remedy: null,
    },
    'payments.to_connect': {
      severity: 'warning',
      data: configurationData,
      title: l('Payments by “{name}” must be connected', '決済設定「{name}」の接続が必要です'),
      explanation: l(
        'The payment provider[ {provider}] is not connected.',
        '決済事業者[（{provider}）]が接続されていません。',
      ),
      remedy: l('Connect it in WhatsApp Manager.', 'WhatsAppマネージャで接続してください。'),
    },
    'payments.to_test': {
      severity: 'info',
      data: configurationData,
      title: l('Payments by “{name}” must be tried out', '決済設定「{name}」のテストが必要です'),
      explanation: l(
        'The connection[ with {provider}] stands and was not tried yet.',
        '[{provider}との]接続は完了しましたが、まだテストされていません。',
      ),
      remedy: l(
        'Make a test payment in WhatsApp Manager.',
        'WhatsAppマネージャでテスト決済を行ってください。',
      ),
    },
  },
);
