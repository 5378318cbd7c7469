import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Simulation } from '../../simulation.ts';
import { defaultVersion } from './path.ts';

/** What every answer of Graph carries, refusals too. */
export function setHeaders({ random }: Simulation, request: FastifyRequest, reply: FastifyReply): void {
  const version = /^\/(v\d+\.\d+)(?=\/|\?|$)/.exec(request.url)?.[1] ?? defaultVersion;
  reply.header('content-type', 'application/json; charset=UTF-8');
  reply.header('cache-control', 'private, no-cache, no-store, must-revalidate');
  reply.header('facebook-api-version', version);
  reply.header('x-fb-trace-id', random.base62(11));
  reply.header('x-fb-request-id', random.base62(22));
  reply.header('x-fb-debug', random.base62(86));
  reply.header('x-fb-rev', '1030000000');
}
