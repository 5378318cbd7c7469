import { type ErrorEntry, l } from './error-entry.ts';
import { internalError } from './internal.ts';

/** Of calls, people and webhooks. */
export const requestErrors = {
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
  internal: internalError,
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
} as const satisfies Readonly<Record<string, ErrorEntry>>;
