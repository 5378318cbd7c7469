import { describeError, type ErrorCode, errorCodes } from '@renkei/contract';
import type { FastifyInstance } from 'fastify';
import { RenkeiError } from '#platform/errors';

/** `/docs/errors/<code>`: what the `type` of every problem leads to, in both languages. */
export function serveErrorPages(app: FastifyInstance): void {
  app.get<{ Params: { code: string } }>('/docs/errors/:code', async (request, reply) => {
    const code = errorCodes.find((candidate) => candidate === request.params.code);
    if (code === undefined) throw new RenkeiError('not_found');
    return reply.type('text/html; charset=utf-8').send(render(code));
  });
}

function render(code: ErrorCode): string {
  const { status, title, remedy, source } = describeError(code);
  const part = (language: 'en' | 'ja', rule: string) => `
    <section lang="${language}">
      <h2>${escape(title[language])}</h2>
      <p>${escape(remedy[language])}</p>
      ${source === undefined ? '' : `<p><small>${rule}: ${escape(source)}</small></p>`}
    </section>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${code} · Renkei</title>
    <style>
      :root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif }
      body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem }
      h1 { font: 600 1rem ui-monospace, monospace; opacity: .7 }
    </style>
  </head>
  <body>
    <h1>${status} ${code}</h1>${part('en', 'Rule')}${part('ja', '根拠')}
  </body>
</html>
`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
