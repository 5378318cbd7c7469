import { existsSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RenkeiError } from '#platform/errors';

/** Addresses that never mean a page of the web app. */
const notPages = ['/v1/', '/webhooks/', '/assets/'];
const oneYearSeconds = 31_536_000;

/** The built web app: hashed files for ever, everything else asked for again, and its one page for every address. */
export async function serveWebApp(app: FastifyInstance, webDir: string): Promise<void> {
  const isBuilt = existsSync(join(webDir, 'index.html'));
  if (isBuilt) {
    await app.register(staticFiles, {
      root: webDir,
      cacheControl: false,
      preCompressed: true,
      setHeaders(response, path) {
        const isHashed = path.startsWith(join(webDir, 'assets'));
        response.header(
          'cache-control',
          isHashed ? `public, max-age=${oneYearSeconds}, immutable` : 'no-cache',
        );
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (!wantsPage(request)) throw new RenkeiError('not_found');
    return isBuilt ? reply.sendFile('index.html') : sayNotBuilt(reply);
  });
}

function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return headers.accept?.includes('text/html') === true && !notPages.some((prefix) => url.startsWith(prefix));
}

function sayNotBuilt(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .type('text/plain; charset=utf-8')
    .send(
      'The web app has not been built yet: run "npm run build".\nWeb アプリがまだビルドされていません。「npm run build」を実行してください。\n',
    );
}
