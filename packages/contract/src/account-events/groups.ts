import * as z from 'zod';
import { defineAccountEvents, l, refusalShape } from './define.ts';

const groupData = z.object({ groupId: z.string().nullable(), subject: z.string().nullable() });
const memberData = groupData.extend({ members: z.array(z.string()) });
const joinData = groupData.extend({ person: z.string().nullable(), requestId: z.string().nullable() });

export const groupEvents = defineAccountEvents('Meta, Groups: webhooks (2026)', {
  'group.created': {
    severity: 'success',
    data: groupData.extend({ inviteLink: z.string().nullable() }),
    title: l('The group [“{subject}” ]was made', 'グループ[「{subject}」]が作成されました'),
    explanation: l('[People join with {inviteLink}]', '[招待リンク：{inviteLink}]'),
    remedy: null,
  },
  'group.create_failed': {
    severity: 'warning',
    data: groupData.extend(refusalShape),
    title: l('The group [“{subject}” ]could not be made', 'グループ[「{subject}」]を作成できませんでした'),
    explanation: l('[{meaning} ][Meta says: {details}]', '[{meaning}][Metaの説明：{details}]'),
    remedy: l(
      '[{advice} ]Correct what Meta names and try again.',
      '[{advice}]Metaの指摘を修正して再試行してください。',
    ),
  },
  'group.deleted': {
    severity: 'info',
    data: groupData,
    title: l('A group was deleted', 'グループが削除されました'),
    explanation: l('Nobody can write in it any more.', 'このグループには書き込めません。'),
    remedy: null,
  },
  'group.delete_failed': {
    severity: 'warning',
    data: groupData.extend(refusalShape),
    title: l('A group could not be deleted', 'グループを削除できませんでした'),
    explanation: l('[{meaning} ][Meta says: {details}]', '[{meaning}][Metaの説明：{details}]'),
    remedy: l('[{advice} ]Try again later.', '[{advice}]後でもう一度お試しください。'),
  },
  'group.members_joined': {
    severity: 'info',
    data: memberData.extend({ reason: z.string().nullable() }),
    title: l('New in the group: {members}', 'グループに参加：{members}'),
    explanation: l('[They came {reason}.]', '[参加方法：{reason}]'),
    remedy: null,
  },
  'group.members_left': {
    severity: 'info',
    data: memberData.extend({ initiatedBy: z.string().nullable() }),
    title: l('No longer in the group: {members}', 'グループから退出：{members}'),
    explanation: l(
      'Who was removed cannot come back by the invite link.',
      '削除された人は招待リンクでは再参加できません。',
    ),
    remedy: null,
  },
  'group.members_not_removed': {
    severity: 'warning',
    data: memberData.extend({ failed: z.array(z.string()), ...refusalShape }),
    title: l('Could not be removed from the group: {failed}', 'グループから削除できませんでした：{failed}'),
    explanation: l(
      '[{meaning} ][Meta says: {details} ][Removed: {members}.]',
      '[{meaning}][Metaの説明：{details} ][削除済み：{members}。]',
    ),
    remedy: l('Look at the list of members and try again.', 'メンバーの一覧を確認して再試行してください。'),
  },
  'group.join_requested': {
    severity: 'info',
    data: joinData,
    title: l('{person} wants to join a group', '{person}がグループへの参加を申請しました'),
    explanation: l('Somebody has to approve it.', '承認が必要です。'),
    remedy: l('Approve or refuse the request.', '申請を承認または拒否してください。'),
  },
  'group.join_request_revoked': {
    severity: 'info',
    data: joinData,
    title: l('{person} no longer wants to join a group', '{person}がグループへの参加申請を取り消しました'),
    explanation: l('Nothing has to be done.', '対応は不要です。'),
    remedy: null,
  },
  'group.settings_changed': {
    severity: 'info',
    data: groupData.extend({ changed: z.array(z.string()) }),
    title: l('A group was changed[: {changed}]', 'グループが変更されました[：{changed}]'),
    explanation: l('[It is called “{subject}” now.]', '[現在の名前：「{subject}」]'),
    remedy: null,
  },
  'group.settings_failed': {
    severity: 'warning',
    data: groupData.extend({ changed: z.array(z.string()), failed: z.array(z.string()), ...refusalShape }),
    title: l('Could not be changed at a group: {failed}', 'グループの変更に失敗しました：{failed}'),
    explanation: l(
      '[{meaning} ][Meta says: {details} ][Changed: {changed}.]',
      '[{meaning}][Metaの説明：{details} ][変更済み：{changed}。]',
    ),
    remedy: l(
      '[{advice} ]Correct what Meta names and try again.',
      '[{advice}]Metaの指摘を修正して再試行してください。',
    ),
  },
  'group.suspended': {
    severity: 'critical',
    data: groupData,
    title: l('A group was suspended', 'グループが停止されました'),
    explanation: l(
      'Meta found a breach of policy; nothing can be sent to it.',
      'ポリシー違反のため、このグループには送信できません。',
    ),
    remedy: l(
      'Ask for a review in Business Support Home.',
      'ビジネスサポートホームで再審査を依頼してください。',
    ),
  },
  'group.suspension_lifted': {
    severity: 'success',
    data: groupData,
    title: l('A group works again', 'グループの停止が解除されました'),
    explanation: l('Messages can be sent to it again.', '再び送信できます。'),
    remedy: null,
  },
});
