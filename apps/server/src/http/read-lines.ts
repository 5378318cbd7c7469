import { Readable } from 'node:stream';
import type { RouteDefinition } from '@renkei/contract';
import type { FastifyRequest } from 'fastify';
import { RenkeiError } from '#platform/errors';
import type { ReceivedLine } from '#platform/module';
import { refuseInput } from './parse-request.ts';

export const linesType = 'application/x-ndjson';

/** Above any message with all its cards; more is no line but an attack on our memory. */
const longestLineBytes = 64 * 1024;
const lineFeed = 0x0a;

/**
 * The lines of a body as they come, each by the route's schema. A line that is not valid is told as such and the next
 * one follows; empty lines count but are left out.
 *
 * @throws RenkeiError `invalid_request` when the body is no lines at all, or one of them never ends
 */
export async function* readLines(
  route: RouteDefinition,
  request: Pick<FastifyRequest, 'body'>,
): AsyncGenerator<ReceivedLine<undefined>> {
  const { body } = request;
  if (route.line === undefined || !(body instanceof Readable)) throw refuseBody();
  let number = 0;
  for await (const bytes of splitLines(body)) {
    number += 1;
    const text = bytes.toString('utf8').trim();
    // The line has the type of the route's own schema, which this function is not told.
    if (text !== '') yield parseLine(route.line, number, text) as ReceivedLine<undefined>;
  }
}

function parseLine(schema: NonNullable<RouteDefinition['line']>, number: number, text: string) {
  const json = parseJson(text);
  if (json === undefined) return { number, refusal: notJson() };
  const parsed = schema.safeParse(json);
  const refusal = refuseInput(parsed);
  return refusal ? { number, refusal } : { number, value: parsed.data };
}

/** Undefined: not JSON. No JSON value is undefined. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function* splitLines(body: Readable): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of body) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = rest.indexOf(lineFeed); at !== -1; at = rest.indexOf(lineFeed, from)) {
      yield rest.subarray(from, at);
      from = at + 1;
    }
    rest = rest.subarray(from);
    if (rest.length > longestLineBytes) throw lineTooLong();
  }
  if (rest.length > 0) yield rest;
}

function refuseBody(): RenkeiError {
  return new RenkeiError('invalid_request', {
    detail: {
      en: `Send one JSON value per line, with the content type ${linesType}.`,
      ja: `1行に1つのJSONを、コンテンツタイプ ${linesType} で送信してください。`,
    },
  });
}

function lineTooLong(): RenkeiError {
  return new RenkeiError('invalid_request', {
    detail: {
      en: `A line may have at most ${longestLineBytes / 1024} kB.`,
      ja: `1行は最大 ${longestLineBytes / 1024} kB です。`,
    },
  });
}

function notJson(): RenkeiError {
  return new RenkeiError('invalid_request', {
    detail: { en: 'The line is not JSON.', ja: '行がJSONではありません。' },
  });
}
