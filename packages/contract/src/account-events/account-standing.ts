import * as z from 'zod';
import { defineAccountEvents, l } from './define.ts';

const nothing = z.object({});
const banData = z.object({ date: z.string().nullable() });

/** Whether the account may be used at all. */
export const accountStanding = defineAccountEvents('Meta, account_update webhook (2026)', {
  'account.violation': {
    severity: 'critical',
    data: z.object({ violation: z.string().nullable(), remediation: z.string().nullable() }),
    title: l('The account broke a policy of WhatsApp', 'アカウントがWhatsAppのポリシーに違反しました'),
    explanation: l(
      '[Violation: {violation}. ]More of them lead to restrictions.',
      '[違反：{violation}。]繰り返すと制限の対象になります。',
    ),
    remedy: l(
      '[Meta says: {remediation} ]Ask for a review in Business Support Home if this is wrong.',
      '[Metaの説明：{remediation} ]誤りと思われる場合は、ビジネスサポートホームで再審査を依頼してください。',
    ),
  },
  'account.restricted': {
    severity: 'critical',
    data: z.object({
      restrictions: z.array(z.string()).min(1),
      endsAt: z.string().nullable(),
      remediation: z.string().nullable(),
    }),
    title: l('The account is restricted: {restrictions}', 'アカウントが制限されました：{restrictions}'),
    explanation: l(
      'Not possible for now: {restrictions}[. It ends on {endsAt}].',
      '現在利用できない操作：{restrictions}[。解除予定：{endsAt}]。',
    ),
    remedy: l(
      '[Meta says: {remediation} ]Read the reason in Business Support Home and ask for a review there.',
      '[Metaの説明：{remediation} ]ビジネスサポートホームで理由を確認し、再審査を依頼してください。',
    ),
  },
  'account.disable_scheduled': {
    severity: 'critical',
    data: banData,
    title: l('The account will be disabled', 'アカウントは無効化される予定です'),
    explanation: l(
      'Meta will disable the account[ on {date}]. Nothing can be sent or received after that.',
      'Metaはアカウントを[{date}に]無効化します。以後は送受信できません。',
    ),
    remedy: l(
      'Ask for a review in Business Support Home before that day.',
      'その日までにビジネスサポートホームで再審査を依頼してください。',
    ),
  },
  'account.disabled': {
    severity: 'critical',
    data: banData,
    title: l('The account is disabled', 'アカウントが無効化されました'),
    explanation: l('Nothing can be sent or received[ since {date}].', '[{date}から]送受信できません。'),
    remedy: l(
      'Ask for a review in Business Support Home.',
      'ビジネスサポートホームで再審査を依頼してください。',
    ),
  },
  'account.reinstated': {
    severity: 'success',
    data: banData,
    title: l('The account works again', 'アカウントが再び利用可能になりました'),
    explanation: l('Meta has lifted the ban.', 'Metaが停止を解除しました。'),
    remedy: null,
  },
  'account.deleted': {
    severity: 'critical',
    data: nothing,
    title: l('The account was deleted', 'アカウントが削除されました'),
    explanation: l('Its numbers can no longer send or receive.', '所属する番号は送受信できません。'),
    remedy: l(
      'Disconnect the numbers here, or connect them through another account.',
      'ここで番号の接続を解除するか、別のアカウントで接続し直してください。',
    ),
  },
  'account.offboarded': {
    severity: 'warning',
    data: nothing,
    title: l('The Business app left its phone', 'Businessアプリの連携が端末変更で外れました'),
    explanation: l(
      'The number is being moved to another device; until then nothing comes in from the app.',
      '番号は別の端末に移行中です。完了するまでアプリからの受信は反映されません。',
    ),
    remedy: l(
      'Open the Business app on the new phone and confirm the connection.',
      '新しいスマートフォンでBusinessアプリを開き、連携を確認してください。',
    ),
  },
  'account.reconnected': {
    severity: 'success',
    data: nothing,
    title: l('The Business app is connected again', 'Businessアプリが再び連携されました'),
    explanation: l('Messages of the app come in again.', 'アプリのメッセージが再び届きます。'),
    remedy: null,
  },
});
