import * as z from 'zod';
import { defineAccountEvents, l } from './define.ts';

const nothing = z.object({});

export const accountReviews = defineAccountEvents('Meta, account_review_update webhook (2026)', {
  'account.approved': {
    severity: 'success',
    data: nothing,
    title: l('The account was approved', 'アカウントが承認されました'),
    explanation: l(
      'Meta has reviewed the account and found nothing against it.',
      'Metaによる審査が完了し、問題は見つかりませんでした。',
    ),
    remedy: null,
  },
  'account.rejected': {
    severity: 'critical',
    data: nothing,
    title: l('The account was rejected', 'アカウントが却下されました'),
    explanation: l(
      'Meta finds that the account breaks its commerce or business policy.',
      'Metaはアカウントがコマースポリシーまたはビジネスポリシーに反すると判断しました。',
    ),
    remedy: l(
      'Read the reason in Business Support Home and ask for a review there.',
      'ビジネスサポートホームで理由を確認し、再審査を依頼してください。',
    ),
  },
  'account.review_pending': {
    severity: 'info',
    data: nothing,
    title: l('The account is being reviewed', 'アカウントは審査中です'),
    explanation: l(
      'Until the review is over, some things may not work.',
      '審査が完了するまで、一部の機能が使えないことがあります。',
    ),
    remedy: null,
  },
  'account.review_deferred': {
    severity: 'info',
    data: nothing,
    title: l('The review of the account takes longer', 'アカウントの審査が延期されました'),
    explanation: l('Meta decides later.', 'Metaは後日判断します。'),
    remedy: null,
  },
});

export const accountLimits = defineAccountEvents('Meta, business_capability_update webhook (2026)', {
  'account.limits_changed': {
    severity: 'info',
    data: z.object({
      limit: z.string().nullable(),
      numbersPerBusiness: z.number().nullable(),
      numbersPerAccount: z.number().nullable(),
    }),
    title: l('The limits of the account were changed', 'アカウントの上限が変更されました'),
    explanation: l(
      '[You may begin conversations with {limit}. ][Numbers per business: {numbersPerBusiness}. ][Numbers per account: {numbersPerAccount}.]',
      '[会話を始められる相手：{limit}。][ビジネスあたりの番号数：{numbersPerBusiness}。][アカウントあたりの番号数：{numbersPerAccount}。]',
    ),
    remedy: null,
  },
});

const alertData = z.object({ entityId: z.string().nullable(), details: z.string().nullable() });

export const accountAlerts = defineAccountEvents('Meta, account_alerts webhook (2026)', {
  'alert.verified_badge_granted': {
    severity: 'success',
    data: alertData,
    title: l('The number is an Official Business Account', '公式ビジネスアカウントとして承認されました'),
    explanation: l('Customers see the badge beside your name.', '表示名の横に認証バッジが表示されます。'),
    remedy: null,
  },
  'alert.verified_badge_refused': {
    severity: 'warning',
    data: alertData,
    title: l('The Official Business Account was refused', '公式ビジネスアカウントの申請が却下されました'),
    explanation: l('[Meta says: {details}]', '[Metaの説明：{details}]'),
    remedy: l('You may ask again after 30 days.', '30日後に再申請できます。'),
  },
  'alert.profile_picture_lost': {
    severity: 'warning',
    data: alertData,
    title: l('The profile picture was lost', 'プロフィール写真が失われました'),
    explanation: l('[Meta says: {details}]', '[Metaの説明：{details}]'),
    remedy: l('Upload the picture again.', '写真をもう一度アップロードしてください。'),
  },
  'alert.limit_not_raised': {
    severity: 'warning',
    data: alertData.extend({ reason: z.string() }),
    title: l('The messaging limit was not raised', 'メッセージ上限は引き上げられませんでした'),
    explanation: l('[Meta says: {details}]', '[Metaの説明：{details}]'),
    remedy: l(
      'Verify the business in Business Manager and answer what Meta asks; then the limit can rise.',
      'ビジネスマネージャでビジネス認証を行い、Metaからの質問に回答してください。',
    ),
  },
  'alert.other_critical': {
    severity: 'critical',
    data: alertData.extend({ type: z.string() }),
    title: l('Meta alerts you: {type}', 'Metaからの重大な警告：{type}'),
    explanation: l('[Meta says: {details}]', '[Metaの説明：{details}]'),
    remedy: l('See Business Support Home.', 'ビジネスサポートホームを確認してください。'),
  },
  'alert.other': {
    severity: 'warning',
    data: alertData.extend({ type: z.string() }),
    title: l('Meta tells you: {type}', 'Metaからのお知らせ：{type}'),
    explanation: l('[Meta says: {details}]', '[Metaの説明：{details}]'),
    remedy: l('See Business Support Home.', 'ビジネスサポートホームを確認してください。'),
  },
});

export const accountPricing = defineAccountEvents('Meta, account_update webhook (2026)', {
  'account.volume_tier_reached': {
    severity: 'success',
    data: z.object({
      category: z.string().nullable(),
      region: z.string().nullable(),
      tier: z.string().nullable(),
      month: z.string().nullable(),
    }),
    title: l('A cheaper price level was reached', '割安な料金帯に到達しました'),
    explanation: l(
      '[Category {category}][, {region}][: messages {tier}][ in {month}].',
      '[カテゴリー：{category}][、地域：{region}][、通数：{tier}][、対象月：{month}]。',
    ),
    remedy: null,
  },
  'account.international_rates': {
    severity: 'warning',
    data: z.object({ startsAt: z.string().nullable(), countries: z.array(z.string()) }),
    title: l('Authentication messages abroad will cost more', '海外向け認証メッセージの料金が変わります'),
    explanation: l(
      'The international rate for authentication applies[ from {startsAt}][ (other dates: {countries})].',
      '認証メッセージに国際料金が[{startsAt}から]適用されます[（個別の国：{countries}）]。',
    ),
    remedy: l(
      'See the price list, and whether an account in that country is worth it.',
      '料金表を確認し、該当国のアカウント利用を検討してください。',
    ),
  },
  'account.country_changed': {
    severity: 'info',
    data: z.object({ country: z.string().nullable() }),
    title: l('The country of the business was changed', 'ビジネスの所在国が変更されました'),
    explanation: l('[It is {country} now.]', '[現在：{country}]'),
    remedy: null,
  },
  'account.marketing_terms_signed': {
    severity: 'success',
    data: z.object({ accountId: z.string().nullable() }),
    title: l(
      'The terms of marketing messages were signed',
      'マーケティングメッセージの利用規約に同意しました',
    ),
    explanation: l('The Marketing Messages API can be used.', 'Marketing Messages APIを使用できます。'),
    remedy: null,
  },
  'account.ad_account_linked': {
    severity: 'info',
    data: z.object({ accountId: z.string().nullable() }),
    title: l('An ad account was linked', '広告アカウントが連携されました'),
    explanation: l(
      'Results of marketing messages can be seen in it.',
      'マーケティングメッセージの成果を広告アカウントで確認できます。',
    ),
    remedy: null,
  },
  'account.verified': {
    severity: 'success',
    data: nothing,
    title: l('The account was verified', 'アカウントが認証されました'),
    explanation: l('Meta has verified the business.', 'Metaによるビジネス認証が完了しました。'),
    remedy: null,
  },
});
