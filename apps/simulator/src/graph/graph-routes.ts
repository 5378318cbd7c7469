import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Simulation } from '../simulation.ts';
import type { JsonObject } from '../world/entities.ts';
import { answerGraphCall } from './answer-graph-call.ts';
import type { UploadedFile } from './graph-call.ts';
import { GraphError, renderGraphError } from './graph-error.ts';
import { downloadMedia } from './media/download-media.ts';

const largestUploadBytes = 101 * 1024 * 1024;

/** The Graph API over HTTP: every path that is not the simulator's own is a node, versioned or not. */
export function registerGraphRoutes(simulation: Simulation) {
  return async (server: FastifyInstance): Promise<void> => {
    await server.register(multipart, { limits: { fileSize: largestUploadBytes, files: 1 } });
    addParsers(server);
    server.setErrorHandler((error, request, reply) => sendError(simulation, error, request, reply));
    server.get('/whatsapp_business/attachments/', (request, reply) =>
      downloadMedia(simulation, request, reply),
    );
    server.route({
      method: ['GET', 'POST', 'DELETE'],
      url: '/*',
      handler: async (request, reply) => {
        const { body, file } = await readBody(request);
        setHeaders(simulation, request, reply);
        return answerGraphCall(simulation, { request, reply, body, file });
      },
    });
  };
}

/** JSON and forms; a body that does not parse is Graph's error 100, and an empty one is no error. */
function addParsers(server: FastifyInstance): void {
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') return done(null, {});
    try {
      const parsed: unknown = JSON.parse(String(body));
      done(null, parsed);
    } catch {
      done(new GraphError(100, { details: 'The body is not valid JSON.' }));
    }
  });
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, readForm(new URLSearchParams(String(body)))),
  );
}

/** Form values that are JSON objects or arrays are read as such, as Graph does. */
function readForm(form: Iterable<readonly [string, string]>): JsonObject {
  return Object.fromEntries([...form].map(([name, value]) => [name, readFormValue(value)]));
}

function readFormValue(value: string): unknown {
  if (!/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

async function readBody(
  request: FastifyRequest,
): Promise<{ readonly body: JsonObject; readonly file: UploadedFile | undefined }> {
  if (!request.isMultipart()) return { body: asObject(request.body), file: undefined };
  const fields: [string, string][] = [];
  let file: UploadedFile | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'field') fields.push([part.fieldname, String(part.value)]);
    else file = { bytes: await part.toBuffer(), filename: part.filename, mimeType: part.mimetype };
  }
  return { body: readForm(fields), file };
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function setHeaders(simulation: Simulation, request: FastifyRequest, reply: FastifyReply): void {
  const version = /^\/(v\d+\.\d+)(?=\/|\?|$)/.exec(request.url)?.[1] ?? 'v25.0';
  reply.header('content-type', 'application/json; charset=UTF-8');
  reply.header('facebook-api-version', version);
  reply.header('x-fb-trace-id', simulation.random.base62(11));
  reply.header('x-fb-request-id', simulation.random.base62(22));
  reply.header('x-app-usage', '{"call_count":0,"total_cputime":0,"total_time":0}');
}

function sendError(
  simulation: Simulation,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const graphError = toGraphError(error);
  const { httpStatus, body } = renderGraphError(graphError, `A${simulation.random.base62(22)}`);
  setHeaders(simulation, request, reply);
  if (httpStatus === 401) {
    const reason = graphError.message.replaceAll('"', "'");
    reply.header('www-authenticate', `OAuth "Facebook Platform" "invalid_token" "${reason}"`);
  }
  return reply.status(httpStatus).send(JSON.stringify(body));
}

/** A body too large or unreadable is the caller's fault; anything else unforeseen is ours and says so. */
function toGraphError(error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  const statusCode =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
      ? error.statusCode
      : 500;
  const message = error instanceof Error ? error.message : String(error);
  if (statusCode < 500) return new GraphError(100, { details: message });
  return new GraphError(131000, { details: `The simulator failed: ${message}` });
}
