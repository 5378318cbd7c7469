import { type ErrorEntry, l } from './error-entry.ts';

/** Of numbers, their accounts and what stands between us and their provider. */
export const channelErrors = {
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
    title: l('The provider cannot be reached', 'プロバイダーに接続できません'),
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
