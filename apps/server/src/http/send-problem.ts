import type { FastifyReply } from 'fastify';
import { describeProblem, RenkeiError } from '#platform/errors';
import type { Logger } from '#platform/log';

/** Any failure as application/problem+json (RFC 9457). What we did not expect is logged and told to nobody. */
export function sendProblem(reply: FastifyReply, failure: unknown, log: Logger): FastifyReply {
  const error = asRenkeiError(failure);
  const requestId = reply.request.id;
  if (error.code === 'internal') log.error({ err: failure, requestId }, 'a request failed');
  else if (error.status >= 500) log.warn({ err: error, requestId }, 'a request was refused');
  return reply
    .code(error.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify({ ...describeProblem(error), requestId }));
}

function asRenkeiError(failure: unknown): RenkeiError {
  if (failure instanceof RenkeiError) return failure;
  const status = statusOf(failure);
  // What the framework refuses before our code runs: broken JSON, a body too large, a strange content type.
  if (failure instanceof Error && status >= 400 && status < 500) {
    return new RenkeiError('invalid_request', {
      detail: { en: failure.message, ja: `リクエストを読み取れません: ${failure.message}` },
      cause: failure,
    });
  }
  return new RenkeiError('internal', { cause: failure });
}

function statusOf(failure: unknown): number {
  if (!(failure instanceof Error) || !('statusCode' in failure)) return 500;
  return typeof failure.statusCode === 'number' ? failure.statusCode : 500;
}
