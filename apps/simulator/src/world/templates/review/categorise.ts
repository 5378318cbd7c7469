import type { Template } from '../../entities.ts';
import { templateTexts } from './template-texts.ts';

/** Words that advertise, as a reviewer would read them (Meta: template categorisation, 2025-11-14). */
const promotional: readonly RegExp[] = [
  /\b(sale|discounts?|coupons?|vouchers?|promo(tion)?s?|bargains?|deals?|giveaways?|freebies?)\b/i,
  /\b(special|exclusive|limited[- ]time|limited) (offers?|prices?|edition)\b/i,
  /\b\d+ ?% ?off\b/i,
  /\b(buy|shop|order|subscribe) (now|today)\b/i,
  /\b(new arrivals?|new collection|free shipping|don['’]t miss|happy birthday|left in your cart)\b/i,
  /セール|割引|値引|クーポン|キャンペーン|お得|特典|特価|半額|送料無料|新商品|新発売|新作|新入荷/,
  /プレゼント|おすすめ|お買い得|期間限定|数量限定|限定価格|ポイント\d+倍|お誕生日|カートに(商品|残)/,
  /\d+ ?[%%] ?(オフ|OFF|引き)/i,
];

const oneTimeCode = [
  /\b(verification|security|one[- ]time|login|access|authentication) (code|password|pin)\b/i,
  /\bOTP\b/,
  /認証コード|確認コード|ワンタイム|パスコード|セキュリティコード/,
];

/** The category the words of a template belong to, whatever its author says; undefined when nothing speaks for one. */
export function categoriseText(
  template: Pick<Template, 'components'>,
): 'MARKETING' | 'AUTHENTICATION' | undefined {
  const text = templateTexts(template).join('\n');
  if (oneTimeCode.some((pattern) => pattern.test(text)) && /\{\{/.test(text)) return 'AUTHENTICATION';
  return promotional.some((pattern) => pattern.test(text)) ? 'MARKETING' : undefined;
}
