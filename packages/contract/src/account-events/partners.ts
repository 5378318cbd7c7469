import * as z from 'zod';
import { defineAccountEvents, l } from './define.ts';

const shareData = z.object({ accountId: z.string().nullable(), ownerId: z.string().nullable() });
const appData = shareData.extend({ appId: z.string().nullable() });

/** Who besides the owner may use the account. */
export const partners = defineAccountEvents('Meta, account_update webhook (2026)', {
  'partner.added': {
    severity: 'info',
    data: shareData,
    title: l('An account was shared with a partner', 'アカウントがパートナーと共有されました'),
    explanation: l(
      '[Account {accountId}][ of the business {ownerId}] can now be used by the partner.',
      '[アカウント{accountId}][（ビジネス{ownerId}）]をパートナーが利用できるようになりました。',
    ),
    remedy: null,
  },
  'partner.removed': {
    severity: 'warning',
    data: shareData,
    title: l('An account is no longer shared', 'アカウントの共有が解除されました'),
    explanation: l(
      '[Account {accountId}][ of the business {ownerId}] can no longer be used by the partner.',
      '[アカウント{accountId}][（ビジネス{ownerId}）]をパートナーが利用できなくなりました。',
    ),
    remedy: l(
      'If this was a mistake, connect the account again.',
      '誤りの場合は、アカウントを再度接続してください。',
    ),
  },
  'partner.app_installed': {
    severity: 'info',
    data: appData,
    title: l('An app was given access to an account', 'アプリにアカウントへのアクセス権が付与されました'),
    explanation: l('[App {appId}][, account {accountId}].', '[アプリ{appId}][、アカウント{accountId}]。'),
    remedy: null,
  },
  'partner.app_uninstalled': {
    severity: 'warning',
    data: appData,
    title: l('An app lost its access to an account', 'アプリのアクセス権が取り消されました'),
    explanation: l(
      '[App {appId}][, account {accountId}]. Its token no longer works.',
      '[アプリ{appId}][、アカウント{accountId}]。トークンは使えません。',
    ),
    remedy: l(
      'Connect the account again if it should go on.',
      '継続する場合は、アカウントを再度接続してください。',
    ),
  },
  'partner.certification_changed': {
    severity: 'info',
    data: z.object({
      clientId: z.string().nullable(),
      status: z.string().nullable(),
      reasons: z.array(z.string()),
    }),
    title: l('The certification of a client is {status}', 'クライアントの認証状況：{status}'),
    explanation: l(
      '[Client {clientId}.][ Reasons: {reasons}.]',
      '[クライアント{clientId}。][理由：{reasons}。]',
    ),
    remedy: null,
  },
  'partner.certification_needed': {
    severity: 'warning',
    data: z.object({ clientId: z.string().nullable() }),
    title: l('A client must be certified', 'クライアントの認証が必要です'),
    explanation: l('[Client {clientId}.]', '[クライアント{clientId}。]'),
    remedy: l('Hand in what Meta asks for.', 'Metaが求める書類を提出してください。'),
  },
  'coexistence.ended': {
    severity: 'critical',
    data: z.object({
      number: z.string().nullable(),
      reason: z.string().nullable(),
      initiatedBy: z.string().nullable(),
    }),
    title: l('The Business app and this number were separated', 'Businessアプリとの連携が終了しました'),
    explanation: l(
      '[{number} ]can no longer be used here[: {reason}].',
      '[{number}は]ここで使用できなくなりました[（理由：{reason}）]。',
    ),
    remedy: l(
      'Open the Business app on the phone, then connect the number again.',
      'スマートフォンでBusinessアプリを開き、番号を接続し直してください。',
    ),
  },
});

export const solutions = defineAccountEvents('Meta, partner_solutions webhook (2026)', {
  'solution.created': {
    severity: 'info',
    data: z.object({ solutionId: z.string(), status: z.string().nullable() }),
    title: l('A partner solution was made', 'パートナーソリューションが作成されました'),
    explanation: l(
      'Solution {solutionId}[ is {status}].',
      'ソリューション{solutionId}[（状態：{status}）]。',
    ),
    remedy: null,
  },
  'solution.changed': {
    severity: 'info',
    data: z.object({ solutionId: z.string(), status: z.string().nullable() }),
    title: l('A partner solution was changed', 'パートナーソリューションが変更されました'),
    explanation: l(
      'Solution {solutionId}[ is {status} now].',
      'ソリューション{solutionId}[（現在の状態：{status}）]。',
    ),
    remedy: null,
  },
});
