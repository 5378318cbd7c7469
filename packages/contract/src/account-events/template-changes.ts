import * as z from 'zod';
import { defineAccountEvents, l } from './define.ts';
import { templateData } from './template-reviews.ts';

const qualityData = templateData.extend({ previousQuality: z.string().nullable() });

/** How customers judge a template. */
export const templateQualities = defineAccountEvents('Meta, message_template_quality_update webhook (2026)', {
  'template.quality_high': {
    severity: 'success',
    data: qualityData,
    title: l('The quality of “{name}” is high', '「{name}」の品質は高い状態です'),
    explanation: l(
      'Customers like “{name}” ({language})[; it was {previousQuality} before].',
      '「{name}」（{language}）はお客様に好評です[（以前は{previousQuality}）]。',
    ),
    remedy: null,
  },
  'template.quality_medium': {
    severity: 'warning',
    data: qualityData,
    title: l('The quality of “{name}” is medium', '「{name}」の品質が中程度です'),
    explanation: l(
      'Some customers blocked or reported “{name}” ({language})[; it was {previousQuality} before].',
      '「{name}」（{language}）に一部のお客様からブロックや報告がありました[（以前は{previousQuality}）]。',
    ),
    remedy: l('Send it only to customers who expect it.', '受信を望むお客様だけに送信してください。'),
  },
  'template.quality_low': {
    severity: 'warning',
    data: qualityData,
    title: l('The quality of “{name}” is low', '「{name}」の品質が低下しています'),
    explanation: l(
      'Many customers blocked or reported “{name}” ({language}). Meta pauses it soon if this goes on.',
      '「{name}」（{language}）に多くのブロックや報告がありました。このままではまもなく一時停止されます。',
    ),
    remedy: l('Stop sending it and improve it first.', '送信を止め、先に内容を改善してください。'),
  },
  'template.quality_unknown': {
    severity: 'info',
    data: qualityData,
    title: l('The quality of “{name}” is not known yet', '「{name}」の品質はまだ評価されていません'),
    explanation: l(
      '“{name}” ({language}) was sent too rarely to judge it.',
      '「{name}」（{language}）は送信数が少なく、まだ評価できません。',
    ),
    remedy: null,
  },
});

export const templateEdits = defineAccountEvents('Meta, message_template_components_update webhook (2026)', {
  'template.content_changed': {
    severity: 'info',
    data: templateData.extend({
      header: z.string().nullable(),
      body: z.string().nullable(),
      footer: z.string().nullable(),
      buttons: z.array(z.string()),
    }),
    title: l('Template “{name}” was changed', 'テンプレート「{name}」が変更されました'),
    explanation: l('[It now says: {body}]', '[現在の本文：{body}]'),
    remedy: null,
  },
});

const categorySource = 'Meta, template_category_update webhook (2026)';

export const templateCategories = defineAccountEvents(categorySource, {
  'template.category_changed': {
    severity: 'warning',
    data: templateData.extend({ previousCategory: z.string().nullable(), newCategory: z.string() }),
    title: l(
      'Template “{name}” is now {newCategory}',
      'テンプレート「{name}」のカテゴリーが{newCategory}になりました',
    ),
    explanation: l(
      'Meta changed the category of “{name}” ({language})[ from {previousCategory}] to {newCategory}. It decides the price of every send.',
      'Metaが「{name}」（{language}）のカテゴリーを[{previousCategory}から]{newCategory}に変更しました。送信料金はカテゴリーで決まります。',
    ),
    remedy: l(
      'If this is wrong, ask for a review in WhatsApp Manager within 60 days.',
      '誤りと思われる場合は、60日以内にWhatsAppマネージャで再審査を依頼してください。',
    ),
  },
  'template.category_will_change': {
    severity: 'warning',
    data: templateData.extend({
      category: z.string(),
      correctCategory: z.string(),
      changesAt: z.string().nullable(),
    }),
    title: l(
      'Template “{name}” will become {correctCategory}',
      'テンプレート「{name}」は{correctCategory}に変更されます',
    ),
    explanation: l(
      'Meta judges “{name}” ({language}) to be {correctCategory}, not {category}, and changes it[ on {changesAt}].',
      'Metaは「{name}」（{language}）を{category}ではなく{correctCategory}と判断し、[{changesAt}に]変更します。',
    ),
    remedy: l(
      'Make a new template without the part that is out of place, or ask for a review.',
      '該当部分を除いた新しいテンプレートを作成するか、再審査を依頼してください。',
    ),
  },
  'template.category_misused': {
    severity: 'warning',
    data: templateData.extend({ category: z.string(), correctCategory: z.string() }),
    title: l(
      'A message sent as {category} was {correctCategory}',
      '{category}として送信した内容は{correctCategory}でした',
    ),
    explanation: l(
      'A Direct Send message (“{name}”) was declared as {category}; Meta judges it to be {correctCategory}.',
      'Direct Sendのメッセージ（「{name}」）は{category}として送信されましたが、Metaは{correctCategory}と判断しました。',
    ),
    remedy: l(
      'Declare the right category, or Meta takes Direct Send away.',
      '正しいカテゴリーを指定してください。繰り返すとDirect Sendが制限されます。',
    ),
  },
});
