import type { Language, Localized } from '../localized.ts';
import { l } from './define.ts';

/** Plain words for the provider's codes, by the key of the data that holds them. What is not here is shown as it came. */
const words: Readonly<Record<string, Readonly<Record<string, Localized>>>> = {
  category: {
    MARKETING: l('marketing', 'マーケティング'),
    UTILITY: l('utility', 'ユーティリティ'),
    AUTHENTICATION: l('authentication', '認証'),
    SERVICE: l('service', 'サービス'),
    marketing_messages: l('marketing messages', 'マーケティングメッセージ'),
  },
  quality: {
    GREEN: l('high', '高い'),
    YELLOW: l('medium', '中程度'),
    RED: l('low', '低い'),
    UNKNOWN: l('not known yet', '未評価'),
  },
  limit: {
    TIER_50: l('50 customers in 24 hours', '24時間あたり50人'),
    TIER_250: l('250 customers in 24 hours', '24時間あたり250人'),
    TIER_1K: l('1,000 customers in 24 hours', '24時間あたり1,000人'),
    TIER_2K: l('2,000 customers in 24 hours', '24時間あたり2,000人'),
    TIER_10K: l('10,000 customers in 24 hours', '24時間あたり10,000人'),
    TIER_100K: l('100,000 customers in 24 hours', '24時間あたり100,000人'),
    TIER_UNLIMITED: l('any number of customers', '人数の上限なし'),
    TIER_NOT_SET: l('not set', '未設定'),
  },
  reason: {
    ABUSIVE_CONTENT: l('abusive content', '不適切な内容'),
    INCORRECT_CATEGORY: l('the wrong category', 'カテゴリーの誤り'),
    INVALID_FORMAT: l('a wrong format', '形式の誤り'),
    PROMOTIONAL: l('promotional content', '宣伝を含む内容'),
    SCAM: l('suspected scam', '詐欺の疑い'),
    TAG_CONTENT_MISMATCH: l('content that does not fit the category', '内容とカテゴリーの不一致'),
    NAME_EMPLOYEE_ISSUE: l('it names an employee', '従業員名を含んでいる'),
    NAME_ENDCLIENT_NOTRELATED: l('it has nothing to do with your business', '事業との関連がない'),
    NAME_INDIVIDUAL_ISSUE: l('it names a person', '個人名を含んでいる'),
    NAME_NOT_CONSISTENT: l('it differs from your brand elsewhere', '他で使用しているブランド名と異なる'),
    NAME_FORMAT_UNACCEPTABLE: l('its form is not acceptable', '表記の形式が認められない'),
    PRIMARY_INACTIVITY: l(
      'the phone app was not opened for about 14 days',
      'スマートフォンのアプリが約14日間使用されていない',
    ),
    COMPANION_INACTIVITY: l(
      'the connection was not used for about 30 days',
      '連携が約30日間使用されていない',
    ),
    ACCOUNT_DISCONNECTED: l('the connection was ended in the app', 'アプリで連携が解除された'),
    BUSINESS_DOWNGRADE: l('the app was changed to ordinary WhatsApp', '通常のWhatsAppに変更された'),
    CHANGE_NUMBER: l('the phone number was changed', '電話番号が変更された'),
    USER_RE_REGISTERED: l('the number was registered on another device', '別の端末で番号が登録された'),
    invite_link: l('by the invite link', '招待リンクから'),
  },
  restrictions: {
    RESTRICTED_ADD_PHONE_NUMBER_ACTION: l('adding phone numbers', '電話番号の追加'),
    RESTRICTED_BIZ_INITIATED_MESSAGING: l('starting conversations', '会話の開始'),
    RESTRICTED_CUSTOMER_INITIATED_MESSAGING: l('answering customers', 'お客様への返信'),
    RESTRICTED_BUSINESS_INITIATED_CALLING: l('calling customers', 'お客様への発信'),
    RESTRICTED_USER_INITIATED_CALLING: l('calls from customers', 'お客様からの着信'),
    RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING: l('all calls', 'すべての通話'),
    RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN: l('the call button', '通話ボタンの表示'),
    RESTRICTED_UTILITY_TEMPLATES: l('utility templates', 'ユーティリティテンプレート'),
    RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES: l(
      'Direct Send utility messages',
      'Direct Sendのユーティリティメッセージ',
    ),
  },
  role: {
    customer_service: l('customer service', 'カスタマーサービス'),
    marketing: l('marketing', 'マーケティング'),
    utility: l('notifications', '通知'),
    ctwa: l('ad chats', '広告からのチャット'),
    ai_agent: l('Meta’s AI agent', 'MetaのAIエージェント'),
    escalation: l('the people in charge', '有人対応'),
  },
  calling: {
    ENABLED: l('on', '有効'),
    DISABLED: l('off', '無効'),
  },
  changed: {
    subject: l('name', '名前'),
    description: l('description', '説明'),
    profile_picture: l('picture', '写真'),
  },
  status: {
    DRAFT: l('a draft', '下書き'),
    PUBLISHED: l('published', '公開済み'),
    DEPRECATED: l('retired', '廃止'),
    THROTTLED: l('throttled', '制限中'),
    BLOCKED: l('blocked', 'ブロック中'),
    INITIATED: l('begun', '開始'),
    ACTIVE: l('active', '有効'),
    REJECTED: l('rejected', '却下'),
    PENDING_DEACTIVATION: l('about to end', '終了予定'),
    DEACTIVATED: l('ended', '終了'),
    PENDING: l('being looked at', '審査中'),
    APPROVED: l('approved', '承認済み'),
    FAILED: l('failed', '不合格'),
    DISCARDED: l('discarded', '破棄'),
    REVOKED: l('revoked', '取り消し'),
  },
  pause: {
    FIRST_PAUSE: l('for 3 hours', '3時間'),
    SECOND_PAUSE: l('for 6 hours', '6時間'),
    RATE_LIMITING_PAUSE: l('while Meta observes how customers react', 'お客様の反応をMetaが確認している間'),
  },
};

const allCategories = ['previousCategory', 'newCategory', 'correctCategory'] as const;
const aliases: Readonly<Record<string, string>> = {
  ...Object.fromEntries(allCategories.map((key) => [key, 'category'])),
  previousQuality: 'quality',
  previousRole: 'role',
  nextRole: 'role',
  previousStatus: 'status',
  failed: 'changed',
};

export function wordFor(key: string, code: string, language: Language): string {
  const table = words[aliases[key] ?? key];
  return table && Object.hasOwn(table, code) ? (table[code]?.[language] ?? code) : code;
}
