import * as z from 'zod';
import { defineAccountEvents, l, refusalShape } from './define.ts';

/** Digits with +, as far as the provider names the number. */
const numberData = z.object({ number: z.string().nullable() });

const qualityData = numberData.extend({ limit: z.string().nullable() });

export const numberQualities = defineAccountEvents('Meta, phone_number_quality_update webhook (2026)', {
  'number.onboarded': {
    severity: 'info',
    data: qualityData,
    title: l('The number {number} is set up', '番号{number}の設定が完了しました'),
    explanation: l('[You may begin conversations with {limit}.]', '[会話を始められる相手：{limit}。]'),
    remedy: null,
  },
  'number.throughput_raised': {
    severity: 'success',
    data: qualityData,
    title: l('The number {number} may send faster', '番号{number}の送信速度が上がりました'),
    explanation: l(
      'Up to 1,000 messages a second from now on. [Limit: {limit}.]',
      '1秒あたり最大1,000件送信できるようになりました。[上限：{limit}。]',
    ),
    remedy: null,
  },
  'number.limit_raised': {
    severity: 'success',
    data: qualityData,
    title: l('The limit of {number} was raised', '番号{number}の上限が引き上げられました'),
    explanation: l('[You may begin conversations with {limit}.]', '[会話を始められる相手：{limit}。]'),
    remedy: null,
  },
  'number.limit_lowered': {
    severity: 'warning',
    data: qualityData,
    title: l('The limit of {number} was lowered', '番号{number}の上限が引き下げられました'),
    explanation: l('[You may begin conversations with {limit} now.]', '[会話を始められる相手：{limit}。]'),
    remedy: l(
      'Send fewer unwanted messages; the limit rises again with good quality.',
      '望まれないメッセージを減らしてください。品質が良ければ上限は再び上がります。',
    ),
  },
  'number.flagged': {
    severity: 'critical',
    data: qualityData,
    title: l('The quality of {number} is low', '番号{number}の品質が低下しています'),
    explanation: l(
      'Many customers blocked or reported this number. Its limit cannot rise, and Meta may restrict it.',
      '多くのお客様がこの番号をブロックまたは報告しました。上限は上がらず、Metaにより制限される可能性があります。',
    ),
    remedy: l(
      'Stop campaigns, and write only to customers who expect it, for seven days.',
      '7日間はキャンペーンを止め、受信を望むお客様だけに送信してください。',
    ),
  },
  'number.unflagged': {
    severity: 'success',
    data: qualityData,
    title: l('The quality of {number} is good again', '番号{number}の品質が回復しました'),
    explanation: l('The warning about this number is over.', 'この番号への警告は解除されました。'),
    remedy: null,
  },
});

const nameData = numberData.extend({ name: z.string().nullable() });

export const numberNames = defineAccountEvents('Meta, phone_number_name_update webhook (2026)', {
  'number.name_approved': {
    severity: 'success',
    data: nameData,
    title: l('The name “{name}” was approved', '表示名「{name}」が承認されました'),
    explanation: l(
      'Customers see “{name}” for {number}.',
      'お客様には{number}の表示名として「{name}」が表示されます。',
    ),
    remedy: null,
  },
  'number.name_rejected': {
    severity: 'warning',
    data: nameData.extend({ reason: z.string().nullable() }),
    title: l('The name “{name}” was rejected', '表示名「{name}」が却下されました'),
    explanation: l(
      'Meta does not accept “{name}” for {number}[: {reason}].',
      'Metaは{number}の表示名「{name}」を認めませんでした[（理由：{reason}）]。',
    ),
    remedy: l(
      'Hand in a name that is plainly that of your business, as on your website.',
      'ウェブサイトと一致する、事業者名とわかる表示名を再提出してください。',
    ),
  },
  'number.name_pending': {
    severity: 'info',
    data: nameData,
    title: l('The name “{name}” is being reviewed', '表示名「{name}」は審査中です'),
    explanation: l('Meta reviews the name of {number}.', 'Metaが{number}の表示名を審査しています。'),
    remedy: null,
  },
  'number.name_deferred': {
    severity: 'info',
    data: nameData,
    title: l('The review of “{name}” takes longer', '表示名「{name}」の審査が延期されました'),
    explanation: l(
      'Meta decides about the name of {number} later.',
      'Metaは{number}の表示名を後日審査します。',
    ),
    remedy: null,
  },
});

export const numberSecurity = defineAccountEvents('Meta, security webhook (2026)', {
  'number.pin_changed': {
    severity: 'warning',
    data: numberData.extend({ requester: z.string().nullable() }),
    title: l('The two-step PIN of {number} was changed', '番号{number}の2段階認証PINが変更されました'),
    explanation: l('[By the user {requester}.]', '[変更者のID：{requester}]'),
    remedy: l(
      'If it was not one of you, set a new PIN at once and look at who has access.',
      '心当たりがない場合は、すぐに新しいPINを設定し、アクセス権を確認してください。',
    ),
  },
  'number.pin_reset_requested': {
    severity: 'critical',
    data: numberData.extend({ requester: z.string().nullable() }),
    title: l('Somebody asks to turn off the PIN of {number}', '番号{number}のPIN無効化が申請されました'),
    explanation: l(
      'Two-step verification is to be turned off[ (user {requester})]. Without it the number can be taken over.',
      '2段階認証の無効化が申請されました[（申請者のID：{requester}）]。無効になると番号を乗っ取られるおそれがあります。',
    ),
    remedy: l(
      'If it was not one of you, refuse it in the e-mail that Meta sent, and change passwords.',
      '心当たりがない場合は、Metaからのメールで拒否し、パスワードを変更してください。',
    ),
  },
  'number.pin_reset_done': {
    severity: 'warning',
    data: numberData.extend({ requester: z.string().nullable() }),
    title: l('The PIN of {number} was turned off', '番号{number}のPINが無効になりました'),
    explanation: l('The number has no two-step verification any more.', 'この番号の2段階認証は無効です。'),
    remedy: l('Set a new PIN.', '新しいPINを設定してください。'),
  },
});

export const numberUsernames = defineAccountEvents('Meta, business_username_updates webhook (2026)', {
  'number.username_approved': {
    severity: 'success',
    data: numberData.extend({ username: z.string().nullable() }),
    title: l('The username @{username} is yours', 'ユーザー名@{username}が承認されました'),
    explanation: l(
      'Customers find {number} under @{username}.',
      'お客様は@{username}で{number}を見つけられます。',
    ),
    remedy: null,
  },
  'number.username_reserved': {
    severity: 'info',
    data: numberData.extend({ username: z.string().nullable() }),
    title: l('The username @{username} is reserved for you', 'ユーザー名@{username}が予約されました'),
    explanation: l(
      'It works as soon as usernames are open to {number}.',
      '{number}でユーザー名が利用可能になり次第、有効になります。',
    ),
    remedy: null,
  },
  'number.username_deleted': {
    severity: 'warning',
    data: numberData.extend({ username: z.string().nullable() }),
    title: l('The username of {number} is gone', '番号{number}のユーザー名が削除されました'),
    explanation: l('Customers find the number by its digits only.', 'お客様は電話番号でのみ見つけられます。'),
    remedy: l(
      'Choose another one in WhatsApp Manager if you want one.',
      '必要な場合はWhatsAppマネージャで別のユーザー名を選択してください。',
    ),
  },
});

export const numberSettings = defineAccountEvents('Meta, account_settings_update webhook (2026)', {
  'number.settings_changed': {
    severity: 'info',
    data: z.object({ phoneNumberId: z.string().nullable(), calling: z.string().nullable() }),
    title: l('Settings of a number were changed', '番号の設定が変更されました'),
    explanation: l('[Calls: {calling}.]', '[通話：{calling}。]'),
    remedy: null,
  },
});

export const numberFaults = defineAccountEvents('Meta, messages webhook: errors (2026)', {
  'number.fault': {
    severity: 'warning',
    data: z.object({ code: z.number().int(), ...refusalShape }),
    title: l('Meta reports a fault of the number ({code})', 'Metaが番号の問題を報告しました（{code}）'),
    explanation: l('[{meaning} ][Meta says: {details}]', '[{meaning}][Metaの説明：{details}]'),
    remedy: l(
      '[{advice} ]If it goes on, see the page of the error code.',
      '[{advice}]続く場合は、エラーコードのページを確認してください。',
    ),
  },
});
