import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { renderIndexPage } from '../graph/http/index-page.ts';
import type { Runtime } from '../runtime.ts';

const builtPages = fileURLToPath(new URL('../../dist-phone/', import.meta.url));

/**
 * `/`: what is simulated; `/phone/:waId` and `/business/:phoneNumberId`: the built page of the virtual phones and of
 * the Business apps; `/dialog/oauth` and `/business-app/:digits`: Embedded Signup and the app that it connects.
 */
export function registerPages({ simulation }: Runtime) {
  return async (server: FastifyInstance): Promise<void> => {
    await server.register(fastifyStatic, { root: builtPages, prefix: '/phone-assets/', index: false });
    const sendPhonePage = (_request: FastifyRequest, reply: FastifyReply) =>
      existsSync(`${builtPages}index.html`)
        ? reply.header('cache-control', 'no-cache').sendFile('index.html')
        : reply.type('text/plain; charset=utf-8').status(503).send(howToBuild);
    server.get('/', (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(renderIndexPage(simulation)),
    );
    server.get('/phone', sendPhonePage);
    server.get('/phone/:waId', sendPhonePage);
    server.get('/business', sendPhonePage);
    server.get('/business/:phoneNumberId', sendPhonePage);
    for (const version of ['', '/:version']) server.get(`${version}/dialog/oauth`, sendPhonePage);
    server.get('/business-app/:digits', sendPhonePage);
  };
}

const howToBuild =
  'The phone page is not built yet: run "npm run build" in the repository.\nスマートフォンの画面はまだビルドされていません。リポジトリで "npm run build" を実行してください。\n';
