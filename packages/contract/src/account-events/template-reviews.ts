import * as z from 'zod';
import { defineAccountEvents, l } from './define.ts';

export const templateData = z.object({ templateId: z.string(), name: z.string(), language: z.string() });

/** What Meta decided about a template. */
export const templateReviews = defineAccountEvents('Meta, message_template_status_update webhook (2026)', {
  'template.approved': {
    severity: 'success',
    data: templateData,
    title: l('Template “{name}” was approved', 'テンプレート「{name}」が承認されました'),
    explanation: l(
      '“{name}” ({language}) can be sent from now on.',
      '「{name}」（{language}）を送信できるようになりました。',
    ),
    remedy: null,
  },
  'template.rejected': {
    severity: 'warning',
    data: templateData.extend({
      reason: z.string().nullable(),
      details: z.string().nullable(),
      recommendation: z.string().nullable(),
    }),
    title: l('Template “{name}” was rejected', 'テンプレート「{name}」が却下されました'),
    explanation: l(
      'Meta did not approve “{name}” ({language})[: {reason}]. [Meta says: {details}]',
      'Metaは「{name}」（{language}）を承認しませんでした[（理由：{reason}）]。[Metaの説明：{details}]',
    ),
    remedy: l(
      '[Meta recommends: {recommendation} ]Change the template in WhatsApp Manager and hand it in again, or appeal there.',
      '[Metaの推奨：{recommendation} ]WhatsAppマネージャでテンプレートを修正して再提出するか、異議を申し立ててください。',
    ),
  },
  'template.pending': {
    severity: 'info',
    data: templateData,
    title: l('Template “{name}” is being reviewed', 'テンプレート「{name}」は審査中です'),
    explanation: l(
      'Meta reviews “{name}” ({language}), usually within a day.',
      'Metaが「{name}」（{language}）を審査しています。通常は1日以内に完了します。',
    ),
    remedy: null,
  },
  'template.paused': {
    severity: 'warning',
    data: templateData.extend({ pause: z.string().nullable(), details: z.string().nullable() }),
    title: l('Template “{name}” is paused', 'テンプレート「{name}」が一時停止されました'),
    explanation: l(
      'Customers blocked or reported “{name}” ({language}) too often, so it cannot be sent[ {pause}]. [Meta says: {details}]',
      '「{name}」（{language}）へのブロックや報告が多いため、[{pause}、]送信できません。[Metaの説明：{details}]',
    ),
    remedy: l(
      'Send it only to customers who expect it, and make it more useful. A third pause disables it for good.',
      '受信を望むお客様だけに送り、内容を改善してください。3回目の一時停止で恒久的に無効になります。',
    ),
  },
  'template.disabled': {
    severity: 'critical',
    data: templateData.extend({ disabledAt: z.string().nullable() }),
    title: l('Template “{name}” was disabled', 'テンプレート「{name}」が無効化されました'),
    explanation: l(
      '“{name}” ({language}) can no longer be sent[ (since {disabledAt})], because of bad feedback or a breach of policy.',
      '評価の低さまたはポリシー違反のため、「{name}」（{language}）は送信できなくなりました[（{disabledAt}から）]。',
    ),
    remedy: l(
      'Use another template, or make a better one under a new name.',
      '別のテンプレートを使うか、新しい名前で改善したテンプレートを作成してください。',
    ),
  },
  'template.flagged': {
    severity: 'warning',
    data: templateData,
    title: l('Template “{name}” was flagged', 'テンプレート「{name}」に警告が付きました'),
    explanation: l(
      'The quality of “{name}” ({language}) is low. If it does not get better, Meta disables it.',
      '「{name}」（{language}）の品質が低下しています。改善しない場合、Metaにより無効化されます。',
    ),
    remedy: l('Send it to fewer people, or improve it.', '送信先を絞るか、内容を改善してください。'),
  },
  'template.reinstated': {
    severity: 'success',
    data: templateData,
    title: l('Template “{name}” works again', 'テンプレート「{name}」が再び使用可能になりました'),
    explanation: l(
      '“{name}” ({language}) can be sent again.',
      '「{name}」（{language}）を再び送信できます。',
    ),
    remedy: null,
  },
  'template.in_appeal': {
    severity: 'info',
    data: templateData,
    title: l('The appeal for “{name}” is being looked at', '「{name}」の異議申し立てを審査中です'),
    explanation: l(
      'Meta looks at “{name}” ({language}) once more.',
      'Metaが「{name}」（{language}）を再審査しています。',
    ),
    remedy: null,
  },
  'template.pending_deletion': {
    severity: 'info',
    data: templateData,
    title: l('Template “{name}” is being deleted', 'テンプレート「{name}」は削除処理中です'),
    explanation: l(
      '“{name}” ({language}) can no longer be sent.',
      '「{name}」（{language}）は送信できなくなりました。',
    ),
    remedy: null,
  },
  'template.deleted': {
    severity: 'info',
    data: templateData,
    title: l('Template “{name}” was deleted', 'テンプレート「{name}」が削除されました'),
    explanation: l(
      '“{name}” ({language}) is gone. Its name is free again after 30 days.',
      '「{name}」（{language}）は削除されました。同じ名前は30日後に再び使用できます。',
    ),
    remedy: null,
  },
  'template.limit_exceeded': {
    severity: 'warning',
    data: templateData,
    title: l('Too many templates: “{name}”', 'テンプレート数の上限に達しました：「{name}」'),
    explanation: l(
      'The account has as many templates as it may have.',
      'アカウントのテンプレート数が上限に達しています。',
    ),
    remedy: l('Delete templates that nobody uses.', '使用していないテンプレートを削除してください。'),
  },
  'template.locked': {
    severity: 'warning',
    data: templateData,
    title: l('Template “{name}” is locked', 'テンプレート「{name}」がロックされました'),
    explanation: l(
      '“{name}” ({language}) can be neither sent nor changed for now.',
      '「{name}」（{language}）は現在、送信も変更もできません。',
    ),
    remedy: l('See WhatsApp Manager for the reason.', 'WhatsAppマネージャで理由を確認してください。'),
  },
  'template.archived': {
    severity: 'info',
    data: templateData,
    title: l('Template “{name}” was archived', 'テンプレート「{name}」がアーカイブされました'),
    explanation: l(
      '“{name}” ({language}) was not used for long and is put away.',
      '「{name}」（{language}）は長期間使用されていないためアーカイブされました。',
    ),
    remedy: l(
      'Bring it back in WhatsApp Manager if you need it.',
      '必要な場合はWhatsAppマネージャで元に戻してください。',
    ),
  },
  'template.unarchived': {
    severity: 'info',
    data: templateData,
    title: l('Template “{name}” is back', 'テンプレート「{name}」のアーカイブが解除されました'),
    explanation: l(
      '“{name}” ({language}) was taken out of the archive.',
      '「{name}」（{language}）のアーカイブが解除されました。',
    ),
    remedy: null,
  },
});
