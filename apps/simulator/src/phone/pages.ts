import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Runtime } from '../runtime.ts';

const builtPages = fileURLToPath(new URL('../../dist-phone/', import.meta.url));

/** `/`: what is simulated; `/phone` and `/phone/:waId`: the built page of the virtual phone. */
export function registerPages({ simulation }: Runtime) {
  return async (server: FastifyInstance): Promise<void> => {
    await server.register(fastifyStatic, { root: builtPages, prefix: '/phone-assets/', index: false });
    const sendPhonePage = (_request: FastifyRequest, reply: FastifyReply) =>
      existsSync(`${builtPages}index.html`)
        ? reply.header('cache-control', 'no-cache').sendFile('index.html')
        : reply.type('text/plain; charset=utf-8').status(503).send(howToBuild);
    server.get('/', (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(renderIndex(simulation)),
    );
    server.get('/phone', sendPhonePage);
    server.get('/phone/:waId', sendPhonePage);
  };
}

const howToBuild =
  'The phone page is not built yet: run "npm run build" in the repository.\nスマートフォンの画面はまだビルドされていません。リポジトリで "npm run build" を実行してください。\n';

function renderIndex({ world, clock }: Runtime['simulation']): string {
  const list = (items: readonly string[], empty: string) =>
    items.length > 0 ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : `<p>${empty}</p>`;
  const numbers = [...world.phoneNumbers.values()].map(
    ({ id, verifiedName, displayPhoneNumber }) =>
      `<strong>${escapeHtml(verifiedName)}</strong> ${escapeHtml(displayPhoneNumber)} <code>${id}</code>`,
  );
  const apps = [...world.apps.values()].map(({ id, name, secret, callbackUrl }) => {
    const token = [...world.tokens.values()].findLast(({ appId }) => appId === id)?.token ?? '';
    const callback = callbackUrl ? ` → <code>${escapeHtml(callbackUrl)}</code>` : '';
    return `<strong>${escapeHtml(name)}</strong> <code>${id}</code>${callback}<br>secret <code>${escapeHtml(secret)}</code><br>token <code>${escapeHtml(token)}</code>`;
  });
  const phones = [...world.customers.values()].map(
    ({ waId, name }) => `<a href="/phone/${waId}">${escapeHtml(name)}</a> +${waId}`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Renkei simulator</title><style>${style}</style>
<h1>Renkei simulator <small>シミュレーター</small></h1>
<p>A simulated WhatsApp Cloud API. Nothing here reaches Meta. / WhatsApp Cloud APIのシミュレーターです。Metaには接続しません。</p>
<p>World clock / 世界時計: <time>${new Date(clock.now()).toISOString()}</time></p>
<h2>Business numbers / ビジネス番号</h2>${list(numbers, 'None yet / まだありません')}
<h2>Apps / アプリ</h2>${list(apps, 'None yet / まだありません')}
<h2>Phones / 電話</h2>${list(phones, 'None yet / まだありません')}
</html>`;
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}small{font-weight:400}code{overflow-wrap:anywhere}';

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
