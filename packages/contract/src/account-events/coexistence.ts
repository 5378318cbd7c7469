import * as z from 'zod';
import { defineAccountEvents, l, refusalShape } from './define.ts';

const progressData = z.object({
  /** 0 is the last day, 1 the 90 days before, 2 the 90 before those. */
  phase: z.number().int().nullable(),
  chunk: z.number().int().nullable(),
  progressPercent: z.number().nullable(),
  threadCount: z.number().int(),
  messageCount: z.number().int(),
});

export const histories = defineAccountEvents('Meta, history webhook (2026)', {
  'history.received': {
    severity: 'info',
    data: progressData,
    title: l('Earlier chats of the Business app came in', 'Businessアプリの過去のチャットを受信しました'),
    explanation: l(
      'Messages: {messageCount}, chats: {threadCount}[, {progressPercent} % of all].',
      '{threadCount}件のチャット、{messageCount}件のメッセージ[（全体の{progressPercent}%）]。',
    ),
    remedy: null,
  },
  'history.finished': {
    severity: 'success',
    data: progressData,
    title: l(
      'All earlier chats of the Business app have come in',
      'Businessアプリの過去のチャットの受信が完了しました',
    ),
    explanation: l(
      'In the last part: messages {messageCount}, chats {threadCount}.',
      '最後に{threadCount}件のチャット、{messageCount}件のメッセージを受信しました。',
    ),
    remedy: null,
  },
  'history.declined': {
    severity: 'warning',
    data: z.object({ code: z.number().int(), ...refusalShape }),
    title: l('The Business app does not share its chats', 'Businessアプリのチャット履歴は共有されません'),
    explanation: l('[{meaning} ][Meta says: {details}]', '[{meaning}][Metaの説明：{details}]'),
    remedy: l(
      'To get them, disconnect the number, connect it again and allow it in the app.',
      '取得するには、番号の接続を解除し、再接続時にアプリで共有を許可してください。',
    ),
  },
  'history.media_received': {
    severity: 'info',
    data: z.object({ messageCount: z.number().int() }),
    title: l('Files of earlier chats came in', '過去のチャットのファイルを受信しました'),
    explanation: l('Messages with files: {messageCount}.', 'ファイル付きメッセージ：{messageCount}件。'),
    remedy: null,
  },
});

export const addressBooks = defineAccountEvents('Meta, smb_app_state_sync webhook (2026)', {
  'address_book.changed': {
    severity: 'info',
    data: z.object({ saved: z.array(z.string()), removed: z.array(z.string()) }),
    title: l('The address book of the Business app was changed', 'Businessアプリの連絡先が変更されました'),
    explanation: l('[Saved: {saved}. ][Removed: {removed}.]', '[保存：{saved}。][削除：{removed}。]'),
    remedy: null,
  },
});
