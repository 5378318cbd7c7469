import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { JsonObject } from '../../world/entities.ts';
import type { IncomingFiles } from '../../world/media/incoming-files.ts';
import type { UploadedFile } from '../graph-call.ts';
import { GraphError } from '../graph-error.ts';

export interface CallBody {
  readonly body: JsonObject;
  /** The file of a multipart body, on disk already. */
  readonly file: UploadedFile | undefined;
  /** The raw bytes of an upload step, still coming. */
  readonly stream: Readable | undefined;
}

const largestUploadBytes = 101 * 1024 * 1024;
const largestTextBytes = 11 * 1024 * 1024;

/**
 * JSON and forms; a body that does not parse is Graph's error 100, and an empty one is no error. The bytes of a
 * resumable upload are left alone whatever their type: curl calls them a form.
 */
export function addBodyParsers(server: FastifyInstance): void {
  server.removeContentTypeParser(['application/json', 'text/plain']);
  const parseAs = (read: (text: string) => unknown) => async (request: FastifyRequest, payload: Readable) =>
    isUploadStep(request.url) ? undefined : read(await readText(payload));
  server.addContentTypeParser('application/json', parseAs(readJson));
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    parseAs((text) => readForm(new URLSearchParams(text))),
  );
  // Anything else is nothing Graph reads, but no reason to refuse the call.
  server.addContentTypeParser(
    '*',
    parseAs(() => undefined),
  );
}

export async function readBody(request: FastifyRequest, incoming: IncomingFiles): Promise<CallBody> {
  if (isUploadStep(request.url)) return { body: {}, file: undefined, stream: request.raw };
  if (!request.isMultipart()) return { body: asObject(request.body), file: undefined, stream: undefined };
  const fields: [string, string][] = [];
  let file: UploadedFile | undefined;
  for await (const part of request.parts({ limits: { fileSize: largestUploadBytes + 1 } })) {
    if (part.type === 'field') fields.push([part.fieldname, String(part.value)]);
    else {
      const received = await incoming.receive(part.file, largestUploadBytes);
      file = { ...received, filename: part.filename, mimeType: part.mimetype };
    }
  }
  return { body: readForm(fields), file, stream: undefined };
}

/** Query or form values that are JSON objects or arrays are read as such, as Graph does. */
export function readForm(form: Iterable<readonly [string, unknown]>): JsonObject {
  return Object.fromEntries([...form].map(([name, value]) => [name, readFormValue(value)]));
}

function readFormValue(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** `POST /upload:…`, versioned or not. */
function isUploadStep(url: string): boolean {
  return /^\/(v\d+\.\d+\/)?upload(:|%3A)/i.test(url);
}

function readJson(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new GraphError(100, { details: 'The body is not valid JSON.' });
  }
}

async function readText(payload: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of payload) {
    bytes += chunk.length;
    if (bytes > largestTextBytes) throw new GraphError(100, { details: 'The body is too large.' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
