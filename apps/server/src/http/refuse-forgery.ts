import type { FastifyRequest } from 'fastify';
import { RenkeiError } from '#platform/errors';

/**
 * A page of another origin can make a browser send our cookie, but can neither set this header nor hide its origin.
 *
 * @throws RenkeiError `forbidden` for a changing request that did not come from our own pages
 */
export function refuseForgery(request: FastifyRequest, publicOrigin: string, hasSession: boolean): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin } = request.headers;
  if (origin !== undefined && origin !== publicOrigin && hostOf(origin) !== request.host)
    throw forged('Origin');
  if (hasSession && request.headers['x-renkei-csrf'] !== '1') throw forged('x-renkei-csrf: 1');
}

/** '' for `null` and other things that are no origin of ours. */
function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}

function forged(what: string): RenkeiError {
  return new RenkeiError('forbidden', {
    detail: {
      en: `The request does not prove that it comes from Renkei's own pages (${what}).`,
      ja: `Renkei の画面からのリクエストであることを確認できません（${what}）。`,
    },
    remedy: {
      en: 'Reload the page. Programs send the header "x-renkei-csrf: 1" and no foreign Origin.',
      ja: 'ページを再読み込みしてください。プログラムからは「x-renkei-csrf: 1」ヘッダーを付け、別の Origin を送らないでください。',
    },
  });
}
