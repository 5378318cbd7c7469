import { describeError, type ErrorCode, errorCodes, type Localized } from '@renkei/contract';
import { classifyGraphError, graphErrorActionWords, graphErrorCodes } from '@renkei/graph-api';
import type { FastifyInstance } from 'fastify';
import { RenkeiError } from '#platform/errors';

/**
 * `/docs/errors/<code>`: what the `type` of every problem leads to, in both languages. `/docs/errors/meta/<code>`: what a
 * `providerCode` means, with every subcode we know of.
 */
export function serveErrorPages(app: FastifyInstance): void {
  app.get<{ Params: { code: string } }>('/docs/errors/:code', async (request, reply) => {
    const code = errorCodes.find((candidate) => candidate === request.params.code);
    if (code === undefined) throw new RenkeiError('not_found');
    return reply.type('text/html; charset=utf-8').send(renderError(code));
  });
  app.get<{ Params: { code: string } }>('/docs/errors/meta/:code', async (request, reply) => {
    const { code } = request.params;
    if (!/^\d{1,9}$/.test(code)) throw new RenkeiError('not_found');
    return reply.type('text/html; charset=utf-8').send(renderMetaCode(Number(code)));
  });
}

function renderError(code: ErrorCode): string {
  const { status, title, remedy, source } = describeError(code);
  return renderPage(`${status} ${code}`, [{ title, sentences: [remedy], source }]);
}

function renderMetaCode(code: number): string {
  const known = graphErrorCodes.filter((rule) => rule.code === code);
  const rules = known.length > 0 ? known : [classifyGraphError(code)];
  return renderPage(
    `Meta ${code}`,
    rules.map(({ title, cause, remedy, action, source }) => ({
      title,
      sentences: [cause, remedy, graphErrorActionWords[action]],
      source,
    })),
  );
}

interface Part {
  readonly title: Localized;
  readonly sentences: readonly Localized[];
  readonly source: string | undefined;
}

function renderPage(name: string, parts: readonly Part[]): string {
  const section = (language: 'en' | 'ja', rule: string) => `
    <section lang="${language}">${parts
      .map(
        ({ title, sentences, source }) => `
      <h2>${escape(title[language])}</h2>
      ${sentences.map((sentence) => `<p>${escape(sentence[language])}</p>`).join('\n      ')}
      ${source === undefined ? '' : `<p><small>${rule}: ${linkOf(source)}</small></p>`}`,
      )
      .join('')}
    </section>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escape(name)} · Renkei</title>
    <style>
      :root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif }
      body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem }
      h1 { font: 600 1rem ui-monospace, monospace; opacity: .7 }
    </style>
  </head>
  <body>
    <h1>${escape(name)}</h1>${section('en', 'Rule')}${section('ja', '根拠')}
  </body>
</html>
`;
}

function linkOf(source: string): string {
  const text = escape(source);
  return source.startsWith('https://') ? `<a href="${text}">${text}</a>` : text;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
