/**
 * The one error table. HTTP status, documentation page (`docs/errors/<code>.md`), SDK and screens derive from it.
 * What happened in this very case is the `detail`, written where the error is raised.
 */
import type { Localized } from './localized.ts';

interface ErrorEntry {
  readonly status: number;
  readonly title: Localized;
  readonly remedy: Localized;
  /** Where the rule comes from and since when, if it is somebody's rule. */
  readonly source?: string;
}

const l = (en: string, ja: string): Localized => ({ en, ja });

export const errorTable = {
  invalid_request: {
    status: 400,
    title: l('The request is not valid', 'リクエストの内容が正しくありません'),
    remedy: l('Correct the fields named in the details.', '詳細に示された項目を修正してください。'),
  },
  unauthenticated: {
    status: 401,
    title: l('Not signed in', 'サインインしていません'),
    remedy: l('Sign in and try again.', 'サインインしてからもう一度お試しください。'),
  },
  sign_in_failed: {
    status: 401,
    title: l('E-mail address or password is wrong', 'メールアドレスまたはパスワードが違います'),
    remedy: l(
      'Check both. If you have no password yet, run "npx renkei sign-in-link" on the server.',
      '両方をご確認ください。パスワードが未設定の場合は、サーバーで「npx renkei sign-in-link」を実行してください。',
    ),
  },
  sign_in_link_invalid: {
    status: 401,
    title: l('This sign-in link no longer works', 'このサインインリンクは無効です'),
    remedy: l(
      'A link works once and for 24 hours. Get a new one with "npx renkei sign-in-link", or sign in with your password.',
      'リンクは1回限り、24時間有効です。「npx renkei sign-in-link」で新しいリンクを作るか、パスワードでサインインしてください。',
    ),
  },
  invitation_invalid: {
    status: 400,
    title: l('This invitation no longer works', 'この招待は無効です'),
    remedy: l('Ask the person who invited you for a new one.', '招待した方に新しい招待を依頼してください。'),
  },
  email_taken: {
    status: 409,
    title: l('This e-mail address is already a member', 'このメールアドレスはすでにメンバーです'),
    remedy: l(
      'Use another address or change the existing member.',
      '別のアドレスを使うか、既存のメンバーを変更してください。',
    ),
  },
  last_owner: {
    status: 409,
    title: l('A workspace needs an owner', 'ワークスペースにはオーナーが必要です'),
    remedy: l('Make somebody else an owner first.', '先に別のメンバーをオーナーにしてください。'),
  },
  forbidden: {
    status: 403,
    title: l('Your role does not allow this', '現在の役割ではこの操作はできません'),
    remedy: l('Ask an owner or administrator.', 'オーナーまたは管理者に依頼してください。'),
  },
  not_found: {
    status: 404,
    title: l('Not found', '見つかりません'),
    remedy: l(
      'It may have been removed, or the address is wrong.',
      '削除されたか、アドレスが間違っている可能性があります。',
    ),
  },
  conflict: {
    status: 409,
    title: l('This does not fit the present state', '現在の状態では実行できません'),
    remedy: l('Reload and look at the present state.', '再読み込みして現在の状態を確認してください。'),
  },
  too_many_requests: {
    status: 429,
    title: l('Too many requests', 'リクエストが多すぎます'),
    remedy: l('Wait a minute and try again.', '1分ほど待ってからもう一度お試しください。'),
  },
  internal: {
    status: 500,
    title: l('Something went wrong on our side', 'サーバー内部でエラーが発生しました'),
    remedy: l(
      'Try again. If it stays, look for the request id in the server log.',
      'もう一度お試しください。続く場合は、サーバーのログでリクエストIDを検索してください。',
    ),
  },
  store_unavailable: {
    status: 503,
    title: l('The database cannot be reached', 'データベースに接続できません'),
    remedy: l(
      'Nothing was accepted. Try again shortly; "npx renkei doctor" says what is wrong.',
      '何も受け付けていません。しばらくしてから再試行してください。「npx renkei doctor」で原因を確認できます。',
    ),
  },
  hook_address_refused: {
    status: 422,
    title: l('Events cannot be sent to this address', 'このアドレスには通知を送信できません'),
    remedy: l(
      'Use an https address on the public internet. An operator can allow others with the setting HOOKS_ALLOW.',
      'インターネットで公開されているhttpsのアドレスを指定してください。運用担当者は設定「HOOKS_ALLOW」でそれ以外を許可できます。',
    ),
  },
  webhook_endpoint_unknown: {
    status: 404,
    title: l('No such webhook endpoint', 'このWebhookエンドポイントは存在しません'),
    remedy: l(
      'Copy the callback URL from Settings → Channels.',
      '「設定 → チャネル」のコールバックURLを使用してください。',
    ),
  },
  webhook_verify_token_wrong: {
    status: 403,
    title: l('The verify token is wrong', '検証トークンが一致しません'),
    remedy: l(
      'Enter the same verify token at Meta and in Settings → Channels.',
      'Meta側と「設定 → チャネル」に同じ検証トークンを入力してください。',
    ),
    source: 'Meta, Webhooks: verification requests',
  },
  webhook_signature_wrong: {
    status: 401,
    title: l('The signature is missing or wrong', '署名がないか、正しくありません'),
    remedy: l(
      'Check that the app secret in Settings → Channels is that of the app that sends the webhooks.',
      '「設定 → チャネル」のアプリシークレットが、Webhookを送信するアプリのものか確認してください。',
    ),
    source: 'Meta, Webhooks: X-Hub-Signature-256',
  },
  webhook_foreign_number: {
    status: 401,
    title: l('The event names a number that is not connected here', '接続されていない電話番号のイベントです'),
    remedy: l('Connect the number in Settings → Channels.', '「設定 → チャネル」で番号を接続してください。'),
  },
  webhook_too_large: {
    status: 413,
    title: l('The body is larger than 3 MB', '本文が3 MBを超えています'),
    remedy: l('Meta never sends more than 3 MB.', 'Metaが3 MBを超える本文を送ることはありません。'),
    source: 'Meta, Webhooks overview: payloads up to 3 MB',
  },
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
  catalog_not_readable: {
    status: 422,
    title: l('Meta does not show the catalog', 'Metaからカタログを読み取れません'),
    remedy: l(
      'In Meta Business Suite give the system user of the access token the catalog and the permission catalog_management, then make a new token. Until then product IDs can be typed by hand.',
      'Meta Business Suiteで、アクセストークンのシステムユーザーにカタログと catalog_management 権限を割り当て、トークンを作り直してください。それまでは商品IDを手入力できます。',
    ),
    source: 'Meta, Product Catalog: permissions',
  },
  flows_not_readable: {
    status: 422,
    title: l('Meta does not show the WhatsApp Flows', 'MetaからWhatsAppフローを読み取れません'),
    remedy: l(
      'The access token needs the permission whatsapp_business_management for this account. Until then the ID of a Flow can be typed by hand.',
      'アクセストークンには、このアカウントの whatsapp_business_management 権限が必要です。それまではフローのIDを手入力できます。',
    ),
    source: 'Meta, Flows API: permissions',
  },
  graph_unreachable: {
    status: 502,
    title: l('Meta cannot be reached', 'Metaに接続できません'),
    remedy: l(
      'Check the network of the server and try again.',
      'サーバーのネットワークを確認して再試行してください。',
    ),
  },
  channel_token_wrong: {
    status: 422,
    title: l('The access token is not accepted', 'アクセストークンが受け付けられません'),
    remedy: l(
      'Make a system-user token with whatsapp_business_messaging and whatsapp_business_management and paste it whole.',
      'whatsapp_business_messaging と whatsapp_business_management の権限を持つシステムユーザートークンを作成し、全体を貼り付けてください。',
    ),
    source: 'Meta, Error codes: 190',
  },
  channel_phone_number_wrong: {
    status: 422,
    title: l('No such phone number id for this token', 'このトークンでは電話番号IDが見つかりません'),
    remedy: l(
      'Copy the phone number id (not the number itself) from WhatsApp Manager → API setup.',
      'WhatsAppマネージャの「API設定」から電話番号ID（電話番号そのものではありません）をコピーしてください。',
    ),
    source: 'Meta, Error codes: 100 subcode 33',
  },
  channel_waba_wrong: {
    status: 422,
    title: l('The WhatsApp Business Account id is wrong', 'WhatsAppビジネスアカウントIDが正しくありません'),
    remedy: l(
      'Copy the id of the account that the number belongs to.',
      '電話番号が属するアカウントのIDをコピーしてください。',
    ),
  },
  channel_app_secret_wrong: {
    status: 422,
    title: l('The app secret is wrong', 'アプリシークレットが正しくありません'),
    remedy: l(
      'Copy it from Meta for Developers → App settings → Basic, of the app that made the token.',
      'Meta for Developers の「アプリの設定 → ベーシック」から、トークンを作成したアプリのものをコピーしてください。',
    ),
  },
  channel_verify_token_wrong: {
    status: 422,
    title: l('The verify token cannot be used', 'この検証トークンは使用できません'),
    remedy: l(
      'Use 16 to 200 letters and digits that nobody can guess.',
      '推測されにくい16〜200文字の英数字を使用してください。',
    ),
  },
  channel_taken: {
    status: 409,
    title: l('This number is already connected', 'この番号はすでに接続されています'),
    remedy: l('Disconnect it there first.', '先に接続を解除してください。'),
  },
  channel_other_number: {
    status: 409,
    title: l('This is another number', '別の電話番号です'),
    remedy: l(
      'A channel can move to another provider only with its own number. Connect the other number as a channel of its own.',
      'チャネルのプロバイダーを変更できるのは同じ番号だけです。別の番号は新しいチャネルとして接続してください。',
    ),
  },
  channel_credentials_wrong: {
    status: 422,
    title: l('The provider does not accept these credentials', 'プロバイダーがこの認証情報を受け付けません'),
    remedy: l(
      'Copy the values again from the console of the provider, whole and without spaces.',
      'プロバイダーの管理画面から、値全体を空白なしでコピーし直してください。',
    ),
  },
  channel_number_unknown: {
    status: 422,
    title: l('The provider has no such WhatsApp number', 'プロバイダーにこのWhatsApp番号がありません'),
    remedy: l(
      'Enter the number with its country code, as the provider shows it among its WhatsApp senders.',
      'プロバイダーのWhatsApp送信者に表示されている番号を、国番号から入力してください。',
    ),
  },
  channel_webhook_not_set: {
    status: 422,
    title: l('The webhooks could not be set up', 'Webhookを設定できませんでした'),
    remedy: l(
      'Make sure that PUBLIC_URL leads to this server from the internet, then try again.',
      'PUBLIC_URLがインターネットからこのサーバーにつながることを確認し、再試行してください。',
    ),
  },
  channel_permission_missing: {
    status: 409,
    title: l('The access token lacks a permission', 'アクセストークンに必要な権限がありません'),
    remedy: l(
      'Grant the permission in the business settings of Meta, then read the number again in Settings → Channels. Waiting messages are sent then; none was lost.',
      'Metaのビジネス設定で権限を付与し、「設定 → チャネル」で番号を再取得してください。待機中のメッセージはその後送信され、失われません。',
    ),
    source: 'Meta, Error codes: 3, 10, 200-299, 131005',
  },
  channel_token_expired: {
    status: 409,
    title: l('The access token has expired', 'アクセストークンの有効期限が切れています'),
    remedy: l(
      'Enter a new token in Settings → Channels. Waiting messages are sent then; none was lost.',
      '「設定 → チャネル」で新しいトークンを入力してください。待機中のメッセージはその後送信され、失われません。',
    ),
    source: 'Meta, Error codes: 190',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;

export type ErrorCode = keyof typeof errorTable;
export const errorCodes = Object.keys(errorTable) as readonly ErrorCode[];

export function describeError(code: ErrorCode): ErrorEntry {
  return errorTable[code];
}
