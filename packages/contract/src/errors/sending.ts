import { type ErrorEntry, l } from './error-entry.ts';

/** Of sending: what the gate and the provider refuse, and what it waits for. */
export const sendingErrors = {
  window_closed: {
    status: 422,
    title: l('The customer service window has closed', 'カスタマーサービスウィンドウが終了しています'),
    remedy: l(
      'Send an approved template, or wait until the customer writes again.',
      '承認済みテンプレートを送信するか、お客様からの次のメッセージをお待ちください。',
    ),
    source: 'Meta, Send messages: customer service window of 24 hours (131047)',
  },
  window_never_opened: {
    status: 422,
    title: l(
      'The customer has not written to this number yet',
      'お客様はまだこの番号にメッセージを送っていません',
    ),
    remedy: l('Begin with an approved template.', '承認済みテンプレートで会話を始めてください。'),
    source: 'Meta, Send messages: customer service window of 24 hours (131047)',
  },
  channel_not_sending: {
    status: 422,
    title: l('This number cannot send at present', 'この番号は現在送信できません'),
    remedy: l('See Settings → Channels for what to do.', '「設定 → チャネル」で対処方法を確認してください。'),
  },
  content_not_allowed: {
    status: 422,
    title: l('This content breaks a limit of WhatsApp', 'WhatsAppの制限を超える内容です'),
    remedy: l(
      'Shorten or change the content as the details say.',
      '詳細に従って内容を短くするか変更してください。',
    ),
    source: 'Meta, Cloud API message reference',
  },
  media_type_refused: {
    status: 422,
    title: l('WhatsApp does not take this kind of file', 'この種類のファイルはWhatsAppで送信できません'),
    remedy: l(
      'Convert the file to one of the types named in the details.',
      '詳細に記載された形式に変換してください。',
    ),
    source: 'Meta, Media: supported types (2025-12-11)',
  },
  media_too_large: {
    status: 422,
    title: l('The file is too large', 'ファイルが大きすぎます'),
    remedy: l('Make it smaller or share a link to it.', '小さくするか、リンクで共有してください。'),
    source: 'Meta, Media: size limits (2025-12-11)',
  },
  media_content_mismatch: {
    status: 422,
    title: l('The file is not what its name says', 'ファイルの中身と名前が一致しません'),
    remedy: l('Send the original file under its right name.', '正しい名前の元のファイルを送信してください。'),
  },
  media_unreadable: {
    status: 422,
    title: l('The file cannot be read', 'ファイルを読み取れません'),
    remedy: l(
      'It may be damaged or cut short. Open it on your device, save it again and upload that.',
      '破損しているか、途中で切れている可能性があります。端末で開いて保存し直し、もう一度アップロードしてください。',
    ),
  },
  media_expired: {
    status: 422,
    title: l('WhatsApp no longer has this file', 'WhatsAppにこのファイルはもうありません'),
    remedy: l('Ask the sender to send it again.', '送信者にもう一度送信するよう依頼してください。'),
    source: 'Meta, Media: ids from webhooks are kept for 7 days (2025-12-11)',
  },
  media_not_fetched: {
    status: 502,
    title: l('The file could not be fetched', 'ファイルを取得できませんでした'),
    remedy: l(
      'Try again. WhatsApp keeps it for 7 days after it was sent.',
      'もう一度お試しください。WhatsAppには送信後7日間保管されています。',
    ),
    source: 'Meta, Media: ids from webhooks are kept for 7 days (2025-12-11)',
  },
  media_not_ready: {
    status: 409,
    title: l('The file is not here yet', 'ファイルはまだ取得中です'),
    remedy: l('Wait a moment; it is being downloaded.', '少しお待ちください。ダウンロード中です。'),
  },
  recipient_invalid: {
    status: 422,
    title: l('This is not a telephone number', '電話番号が正しくありません'),
    remedy: l(
      'Write it with + and the country code, like +81 90 1234 5678. A business-scoped user id looks like JP.2048.',
      '「+81 90 1234 5678」のように国番号付きで入力してください。ビジネススコープのユーザーIDは「JP.2048」の形式です。',
    ),
  },
  recipient_is_sender: {
    status: 422,
    title: l('A number cannot write to itself', '自分自身の番号には送信できません'),
    remedy: l('Choose another recipient.', '別の宛先を選択してください。'),
    source: 'Meta, Error codes: 131021',
  },
  recipient_unreachable: {
    status: 422,
    title: l('This customer cannot be reached on WhatsApp', 'このお客様にはWhatsAppで連絡できません'),
    remedy: l('Reach the customer another way.', '別の方法で連絡してください。'),
    source: 'Meta, Error codes: 131026',
  },
  template_unknown: {
    status: 422,
    title: l('No such approved template', '該当する承認済みテンプレートがありません'),
    remedy: l(
      'Choose an approved template in the right language.',
      '正しい言語の承認済みテンプレートを選択してください。',
    ),
    source: 'Meta, Error codes: 132001',
  },
  template_not_sendable: {
    status: 422,
    title: l('This template cannot be sent at present', 'このテンプレートは現在送信できません'),
    remedy: l(
      'Choose an approved template, or wait until Meta has approved this one.',
      '承認済みのテンプレートを選ぶか、承認されるまでお待ちください。',
    ),
    source: 'Meta, Template statuses; Error codes: 132015, 132016',
  },
  template_parameters_wrong: {
    status: 422,
    title: l('The template needs other parameters', 'テンプレートのパラメーターが合いません'),
    remedy: l(
      'Fill in what the template needs, as the details say.',
      '詳細に従って、テンプレートに必要な内容を入力してください。',
    ),
    source: 'Meta, Error codes: 132000, 132012',
  },
  content_not_for_recipient: {
    status: 422,
    title: l(
      'This recipient cannot get this kind of message',
      'この宛先にはこの種類のメッセージを送信できません',
    ),
    remedy: l('Send it as another kind of message.', '別の種類のメッセージで送信してください。'),
    source: 'Meta, Group messaging (2025-11-14); Business-scoped user IDs: 131062 (2026)',
  },
  content_not_for_channel: {
    status: 422,
    title: l(
      'This number cannot send this kind of message',
      'この番号ではこの種類のメッセージを送信できません',
    ),
    remedy: l(
      'Use another number or another kind of message.',
      '別の番号または別の種類のメッセージを使用してください。',
    ),
    source: 'Meta, Onboarding WhatsApp Business app users (2026-03-20)',
  },
  consent_missing: {
    status: 422,
    title: l(
      'There is no opt-in for this kind of message',
      'この種類のメッセージへの同意（オプトイン）がありません',
    ),
    remedy: l(
      'Ask the customer, and note their consent beside the conversation; or change what needs an opt-in in Settings → Sending rules. Answers inside the window need none.',
      'お客様に同意を確認し、会話の横の連絡先パネルに記録してください。同意が必要な種類は「設定 → 送信ルール」で変更できます。ウィンドウ内の返信に同意は不要です。',
    ),
    source: 'WhatsApp Business Messaging Policy: opt-in before a business starts a conversation',
  },
  consent_withdrawn: {
    status: 422,
    title: l('This customer has opted out', 'このお客様は配信を停止しています'),
    remedy: l(
      'Do not write about this again unless they opt in themselves, for instance with START. You may still answer what they write.',
      'お客様ご自身が「開始」などで再び同意するまで、この種類のメッセージは送信しないでください。お客様からのメッセージへの返信はできます。',
    ),
    source: 'WhatsApp Business Messaging Policy: honour every request to stop',
  },
  marketing_stopped: {
    status: 422,
    title: l(
      'This customer has stopped marketing messages in WhatsApp',
      'このお客様はWhatsAppでマーケティングメッセージを停止しています',
    ),
    remedy: l(
      'Only they can allow it again, in WhatsApp, under "Offers and announcements". Utility templates and answers still go.',
      '再開できるのはお客様ご自身だけです（WhatsAppの「オファーとお知らせ」）。ユーティリティテンプレートと返信は送信できます。',
    ),
    source: 'Meta, Webhooks: user_preferences (2025-11-05); Error codes: 131050',
  },
  quiet_hours: {
    status: 422,
    title: l('These are quiet hours where the recipient lives', '宛先の地域では配信を控える時間帯です'),
    remedy: l(
      'Nothing to do: it goes when they end. The hours are in Settings → Sending rules.',
      '時間帯が終わると自動的に送信されます。時間帯は「設定 → 送信ルール」で変更できます。',
    ),
    source: 'Settings of the workspace; US: 47 CFR 64.1200(c)(1); France: SMS code of conduct',
  },
  marketing_cap_reached: {
    status: 422,
    title: l('This customer has had enough marketing for now', 'このお客様への配信数が上限に達しています'),
    remedy: l(
      'Wait, or change the caps in Settings → Sending rules.',
      'しばらく待つか、「設定 → 送信ルール」で上限を変更してください。',
    ),
  },
  us_marketing_stopped: {
    status: 422,
    title: l(
      'Marketing templates are not delivered to US numbers',
      'マーケティングテンプレートはアメリカの番号に配信されません',
    ),
    remedy: l(
      'Answer inside the window, send a utility template where one fits, or use e-mail or SMS.',
      'ウィンドウ内で返信するか、内容に合うユーティリティテンプレートを送信するか、メールやSMSをご利用ください。',
    ),
    source: 'Meta, Per-user marketing template limits: US numbers, since 2025-04-01 (2026-06-17)',
  },
  marketing_limited: {
    status: 422,
    title: l(
      'WhatsApp does not deliver more marketing to this customer for now',
      'WhatsAppはこのお客様へのマーケティング配信を一時的に制限しています',
    ),
    remedy: l(
      'Wait until the time named in the details. Trying earlier only fails again.',
      '詳細に示された日時までお待ちください。それより前に再送しても失敗します。',
    ),
    source: 'Meta, Per-user marketing template limits (2026-06-17): 131049',
  },
  recipient_in_experiment: {
    status: 422,
    title: l(
      'WhatsApp keeps this template from this customer',
      'WhatsAppはこのお客様にこのテンプレートを配信しません',
    ),
    remedy: l(
      'Do not send it again to them; use another channel or another category of message.',
      'このお客様への再送はせず、別の連絡手段または別のカテゴリをご利用ください。',
    ),
    source: 'Meta, Experiments: 130472',
  },
  messaging_limit_reached: {
    status: 422,
    title: l(
      'The messaging limit of the business portfolio is used up',
      'ビジネスポートフォリオのメッセージ上限に達しています',
    ),
    remedy: l(
      'It goes as soon as the limit allows. Verify the business, or send more with good quality, and Meta raises it.',
      '上限に空きができると自動的に送信されます。ビジネス認証や高品質な配信の継続で、上限は引き上げられます。',
    ),
    source: 'Meta, Messaging limits (2026-05-21)',
  },
  conversation_owned: {
    status: 422,
    title: l('A member looks after this conversation', 'この会話にはメンバーの担当者がいます'),
    remedy: l(
      'Unassign the conversation, or let the member answer.',
      '担当者を外すか、担当者の返信をお待ちください。',
    ),
  },
  automation_paused: {
    status: 422,
    title: l('A person has just answered here', '担当者が返信したばかりです'),
    remedy: l(
      'Automations go on when the pause is over. Its length is in Settings → Sending rules.',
      '休止時間が終わると自動応答が再開します。長さは「設定 → 送信ルール」で変更できます。',
    ),
  },
  duplicate_content: {
    status: 422,
    title: l('The same was sent to this customer a moment ago', '同じ内容をこのお客様に送信したばかりです'),
    remedy: l(
      'Leave it, or say it in other words. The time is in Settings → Sending rules.',
      '送信を取りやめるか、内容を変えてください。間隔は「設定 → 送信ルール」で変更できます。',
    ),
  },
  send_expired: {
    status: 422,
    title: l('Not sent before its deadline', '期限までに送信できませんでした'),
    remedy: l('Send it again if it still matters.', '必要であれば再送信してください。'),
  },
  send_unconfirmed: {
    status: 409,
    title: l(
      'We do not know whether this message was accepted',
      'メッセージが受け付けられたか確認できません',
    ),
    remedy: l(
      'Ask the customer, or send again knowing that it may arrive twice.',
      'お客様に確認するか、二重に届く可能性を承知のうえで再送してください。',
    ),
  },
  provider_refused: {
    status: 422,
    title: l('WhatsApp refused the message', 'WhatsAppがメッセージを拒否しました'),
    remedy: l('See the code and its remedy.', 'コードと対処方法を確認してください。'),
    source: 'Meta, Error codes',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
