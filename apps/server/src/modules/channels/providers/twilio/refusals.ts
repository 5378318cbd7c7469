/** Twilio's codes and what follows from each. (Twilio, "Error and warning dictionary", 2026-11) */
import type { ProviderRefusal, RefusalAction } from '../../port.ts';

type Text = readonly [en: string, ja: string];

interface Rule {
  readonly title: Text;
  readonly cause: Text;
  readonly remedy: Text;
  readonly action: RefusalAction;
  readonly area: string;
}

const checkConsole: Text = [
  'Check the sender and the account in the Twilio Console.',
  'Twilio Consoleで送信者とアカウントを確認してください。',
];
const changeMessage: Text = [
  'Change the message as the answer says, then send it again.',
  '回答に従って内容を変更し、再送してください。',
];
const otherWay: Text = ['Reach the customer another way.', '別の方法で連絡してください。'];
const waits: Text = [
  'Nothing to do: it is sent again by itself, more slowly.',
  '操作は不要です。速度を落として自動的に再送します。',
];
const sendTemplate: Text = [
  'Send a template, or wait until the customer writes.',
  'テンプレートを送信するか、お客様からのメッセージをお待ちください。',
];

function account(title: Text, cause: Text, remedy = checkConsole): Rule {
  return { title, cause, remedy, action: 'hold_channel', area: 'account' };
}
function fix(title: Text, cause: Text, remedy = changeMessage): Rule {
  return { title, cause, remedy, action: 'fix', area: 'content' };
}
function never(title: Text, cause: Text, remedy = otherWay): Rule {
  return { title, cause, remedy, action: 'never', area: 'recipient' };
}
function slow(title: Text, cause: Text): Rule {
  return { title, cause, remedy: waits, action: 'hold_number', area: 'throttling' };
}
function again(title: Text, cause: Text): Rule {
  return { title, cause, remedy: waits, action: 'retry', area: 'service' };
}

const authentication: Rule = {
  title: ['Account SID or auth token not accepted', 'Account SIDまたはAuth Tokenが受け付けられません'],
  cause: [
    'The auth token was changed, or the account is closed.',
    'Auth Tokenが変更されたか、アカウントが閉鎖されています。',
  ],
  remedy: [
    'Copy the auth token from the Twilio Console.',
    'Twilio ConsoleからAuth Tokenをコピーしてください。',
  ],
  action: 'hold_channel',
  area: 'auth',
};
const noSender = account(
  ['No such WhatsApp sender', 'このWhatsApp送信者はありません'],
  [
    'The number is no WhatsApp sender of this account.',
    'この番号はこのアカウントのWhatsApp送信者ではありません。',
  ],
);
const badRecipient = never(
  ['The recipient cannot be reached', '宛先に送信できません'],
  [
    'The number is not on WhatsApp or is written wrongly.',
    'WhatsAppを利用していないか、番号が正しくありません。',
  ],
);
const badMedia = fix(
  ['The file cannot be sent', 'ファイルを送信できません'],
  [
    'Twilio could not fetch it, or WhatsApp does not take it.',
    'Twilioが取得できないか、WhatsAppが対応していません。',
  ],
);
const badTemplate = fix(
  ['The template cannot be sent', 'テンプレートを送信できません'],
  [
    'It does not exist in this language, is not approved, or its values do not fit.',
    'この言語で存在しないか、未承認か、値が合っていません。',
  ],
  ['Read the templates again and check its values.', 'テンプレートを再取得し、値を確認してください。'],
);
const internal = again(
  ['Trouble at Twilio or WhatsApp', 'TwilioまたはWhatsAppの障害'],
  ['The message was not passed on.', 'メッセージは送信されませんでした。'],
);

const rules: Readonly<Record<number, Rule>> = {
  20003: authentication,
  20005: authentication,
  20006: authentication,
  20404: fix(
    ['Not found at Twilio', 'Twilioに見つかりません'],
    ['A SID in the request does not exist.', 'リクエストのSIDが存在しません。'],
  ),
  20429: slow(
    ['Too many requests at once', 'リクエストが多すぎます'],
    ['Twilio limits the requests of an account.', 'Twilioはアカウントごとのリクエスト数を制限しています。'],
  ),
  21211: badRecipient,
  21212: noSender,
  // About this recipient: the number goes on sending to everybody else.
  21408: fix(
    ['Not allowed for this country', 'この国への送信が許可されていません'],
    ['The account may not send there.', 'このアカウントはこの国に送信できません。'],
    [
      'Allow the country in the Twilio Console (Messaging → Settings → Geo permissions), then send it again.',
      'Twilio Console（Messaging → Settings → Geo permissions）で国を許可してから、再送してください。',
    ],
  ),
  21602: fix(
    ['The message is empty', 'メッセージが空です'],
    ['It has neither text nor file.', '本文もファイルもありません。'],
  ),
  21603: noSender,
  21604: badRecipient,
  21606: noSender,
  21610: never(
    ['The customer has unsubscribed', 'お客様が配信を停止しています'],
    ['They have written STOP.', 'STOPを送信したお客様です。'],
    ['Write only after they subscribe again.', '再登録されるまで送信できません。'],
  ),
  21611: slow(
    ['Too much is waiting at Twilio', 'Twilioの送信待ちが上限に達しました'],
    ['The queue of the sender is full.', '送信者の待ち行列が一杯です。'],
  ),
  21614: badRecipient,
  21617: fix(
    ['The text is too long', '本文が長すぎます'],
    ['Twilio takes up to 1,600 characters.', 'Twilioでは1,600文字までです。'],
  ),
  21619: fix(
    ['The message is empty', 'メッセージが空です'],
    ['It has neither text nor file.', '本文もファイルもありません。'],
  ),
  21620: badMedia,
  21623: fix(
    ['Too many files', 'ファイルが多すぎます'],
    ['WhatsApp takes one file a message.', 'WhatsAppは1件につき1ファイルです。'],
  ),
  21655: badTemplate,
  21656: badTemplate,
  21701: account(
    ['No such messaging service', 'Messaging Serviceがありません'],
    ['Its SID is wrong or it was deleted.', 'SIDが正しくないか、削除されています。'],
  ),
  21703: account(
    ['The messaging service has no sender', 'Messaging Serviceに送信者がありません'],
    ['No WhatsApp sender is in its pool.', 'WhatsApp送信者が登録されていません。'],
  ),
  21910: noSender,
  63001: account(
    ['The sender is not authenticated', '送信者が認証されていません'],
    ['WhatsApp refuses the account behind the number.', 'WhatsAppがこの番号のアカウントを拒否しています。'],
  ),
  63003: badRecipient,
  63005: fix(
    ['WhatsApp does not take this content', 'WhatsAppが内容を受け付けません'],
    ['It breaks a rule of WhatsApp.', 'WhatsAppの規則に反しています。'],
  ),
  63007: noSender,
  63008: noSender,
  63010: internal,
  63012: internal,
  63013: fix(
    ['The message breaks a policy', 'ポリシー違反です'],
    ['WhatsApp refuses what it says.', 'WhatsAppが内容を拒否しました。'],
  ),
  63014: never(
    ['The customer does not take this message', 'お客様が受け取りません'],
    ['They have blocked the number.', 'この番号をブロックしています。'],
  ),
  63015: never(
    ['The customer has not joined the sandbox', 'サンドボックスに参加していません'],
    ['The number is a sandbox of Twilio.', 'この番号はTwilioのサンドボックスです。'],
    ['Ask them to send the join code.', '参加コードの送信を依頼してください。'],
  ),
  63016: fix(
    ['The customer service window has closed', 'カスタマーサービスウィンドウが終了しています'],
    [
      'More than 24 hours have passed since the customer wrote.',
      'お客様の最後のメッセージから24時間以上経過しています。',
    ],
    sendTemplate,
  ),
  63018: slow(
    ['Rate limit exceeded', '送信速度の上限を超えました'],
    ['The sender is over its rate or its daily limit.', '送信者の速度または1日の上限を超えています。'],
  ),
  63019: badMedia,
  63020: account(
    ['The account cannot pay', '支払いができません'],
    ['WhatsApp waits for a payment method.', 'WhatsAppの支払い方法が登録されていません。'],
  ),
  63021: badMedia,
  63022: account(
    ['The name is not confirmed', '表示名が確認されていません'],
    ['The certificate of the display name is not valid.', '表示名の証明書が無効です。'],
  ),
  63024: badRecipient,
  63025: internal,
  63027: badTemplate,
  63028: badTemplate,
  63029: internal,
  63030: badTemplate,
  63031: never(
    ['Sender and recipient are the same', '送信元と宛先が同じです'],
    ['A number cannot write to itself.', '自分自身には送信できません。'],
  ),
  63032: never(
    ['WhatsApp does not deliver it to this customer', 'WhatsAppがこのお客様に配信しません'],
    ['The customer is in an experiment of WhatsApp.', 'WhatsAppの実験対象のお客様です。'],
  ),
  63033: badRecipient,
  63036: never(
    ['The customer cannot get this message', 'お客様が受け取れません'],
    ['Their WhatsApp is too old or has not accepted its terms.', 'WhatsAppが古いか、利用規約に未同意です。'],
  ),
  63038: slow(
    ['Daily limit of the account reached', 'アカウントの1日の上限に達しました'],
    ['The Twilio account may send no more today.', 'Twilioアカウントは本日これ以上送信できません。'],
  ),
  63040: badTemplate,
  63041: badTemplate,
  63042: badTemplate,
  63049: never(
    ['Meta chose not to deliver it', 'Metaが配信しないと判断しました'],
    ['Meta limits how much marketing a person gets.', 'Metaは1人が受け取る販促の数を制限しています。'],
    ['Wait some days; do not send it again at once.', '数日お待ちください。すぐに再送しないでください。'],
  ),
  63051: account(
    ['The business account is locked', 'ビジネスアカウントがロックされています'],
    ['Meta has locked it for breaking a policy.', 'ポリシー違反によりMetaがロックしました。'],
  ),
};

const unknown: Rule = {
  title: ['Refused by Twilio', 'Twilioが拒否しました'],
  cause: ['This code is not in our table.', '一覧にないコードです。'],
  remedy: [
    'Look the code up at twilio.com/docs/api/errors.',
    'twilio.com/docs/api/errors でコードを確認してください。',
  ],
  action: 'never',
  area: 'unknown',
};

/** Whether the table says that the same must not be sent again; of what it does not know it says nothing. */
export function isFinalTwilioCode(code: number): boolean {
  return rules[code]?.action === 'never';
}

/** `details`: Twilio's own words. Pure. */
export function describeTwilioCode(code: number, details: string): ProviderRefusal {
  const { title, cause, remedy, action, area } = rules[code] ?? unknown;
  const words = ([en, ja]: Text) => ({ en, ja });
  return {
    saidBy: 'Twilio',
    code,
    subcode: null,
    details,
    title: words(title),
    cause: words(cause),
    remedy: words(remedy),
    action,
    area,
    source: `Twilio, Error ${code} (twilio.com/docs/api/errors/${code})`,
  };
}
