import { listCodes } from '../../control/onboarding/list-codes.ts';
import type { Simulation } from '../../simulation.ts';
import { listNodes } from '../nodes.ts';

/** Parts of Meta's Graph API that answer here as if they did not exist, with what to do instead. */
const notSimulated: readonly (readonly [part: string, en: string, ja: string])[] = [
  [
    'preVerifiedPhone, solutionID',
    'pre-verified numbers and solutions in the dialog of Embedded Signup',
    '埋め込み登録のダイアログでの事前認証済み番号とソリューション',
  ],
  ['/{waba-id}/activities, schedules', 'the audit log', '操作履歴'],
  ['/{number-id}/message_history', 'message history', 'メッセージ履歴'],
  ['/{catalog-id}/…', 'editing catalogues', 'カタログの編集'],
  ['SIP', 'calls by SIP (wa.meta.vc)', 'SIPによる通話'],
  ['/{flow-id}/metrics', 'flow metrics (retired 2026-04-30)', 'フローの指標（2026-04-30に終了）'],
];

/** `/`: who is in the world, and what of Graph is simulated: read from the registries, so never out of date. */
export function renderIndexPage({ world, clock }: Simulation): string {
  const numbers = [...world.phoneNumbers.values()].map(
    ({ id, verifiedName, displayPhoneNumber, onBusinessApp }) =>
      `<strong>${escapeHtml(verifiedName)}</strong> ${escapeHtml(displayPhoneNumber)} <code>${id}</code>${onBusinessApp ? ` <a href="/business/${id}">Business app</a>` : ''}`,
  );
  const apps = [...world.apps.values()].map(({ id, name, secret, callbackUrl }) => {
    const token = [...world.tokens.values()].findLast(({ appId }) => appId === id)?.token ?? '';
    const callback = callbackUrl ? ` → <code>${escapeHtml(callbackUrl)}</code>` : '';
    return `<strong>${escapeHtml(name)}</strong> <code>${id}</code>${callback}<br>secret <code>${escapeHtml(secret)}</code><br>token <code>${escapeHtml(token)}</code>`;
  });
  const phones = [...world.customers.values()].map(
    ({ waId, name }) => `<a href="/phone/${waId}">${escapeHtml(name)}</a> +${waId}`,
  );
  const codes = listCodes(world).map(
    ({ displayPhoneNumber, code, purpose }) =>
      `${escapeHtml(displayPhoneNumber)} <code>${code}</code> ${purpose === 'verify-number' ? 'verification / 認証' : 'Business app / Businessアプリ'}`,
  );
  const businessApps = [...world.businessApps.values()].filter(({ connection }) => connection === undefined);
  const unconnected = businessApps.map(
    ({ digits, name, displayPhoneNumber }) =>
      `<a href="/business-app/${digits}">${escapeHtml(name)}</a> ${escapeHtml(displayPhoneNumber)}`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Renkei simulator</title><style>${style}</style>
<h1>Renkei simulator <small>シミュレーター</small></h1>
<p>A simulated WhatsApp Cloud API. Nothing here reaches Meta. / WhatsApp Cloud APIのシミュレーターです。Metaには接続しません。</p>
<p>World clock / 世界時計: <time>${new Date(clock.now()).toISOString()}</time></p>
<h2>Business numbers / ビジネス番号</h2>${list(numbers)}
<h2>Apps / アプリ</h2>${list(apps)}
<h2>Phones / 電話</h2>${list(phones)}
<h2>Codes to type / 入力するコード</h2>${list(codes)}
<h2>Business apps to connect / 接続できるBusinessアプリ</h2>${list(unconnected)}
<h2>Simulated edges / シミュレートされるエッジ</h2>
<p>With or without a version in front (<code>/v25.0/…</code>). / バージョン（<code>/v25.0/…</code>）はあってもなくても動きます。</p>
${listNodes().map(renderNode).join('\n')}
<h2>Not simulated / シミュレートされないもの</h2>
<p>These answer with Graph's own error for an unknown edge (code 100). / Graphの「存在しないエッジ」エラー（コード100）を返します。</p>
${list(notSimulated.map(([part, en, ja]) => `<code>${escapeHtml(part)}</code> ${escapeHtml(en)} / ${escapeHtml(ja)}`))}
</html>`;
}

function renderNode({ graphType, edges }: ReturnType<typeof listNodes>[number]): string {
  const calls = edges.map((edge) => {
    const [method = '', path = ''] = edge.split(' ');
    return `<code>${method} /{id}${path === '' ? '' : `/${escapeHtml(path)}`}</code>`;
  });
  return `<details><summary>${graphType} <small>(${calls.length})</small></summary>${list(calls)}</details>`;
}

function list(items: readonly string[]): string {
  return items.length > 0
    ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
    : '<p>None yet / まだありません</p>';
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}small{font-weight:400}code{overflow-wrap:anywhere}summary{cursor:pointer}';

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
