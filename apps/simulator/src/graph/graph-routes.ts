import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Simulation } from '../simulation.ts';
import { answerGraphCall } from './answer-graph-call.ts';
import { GraphError, renderGraphError } from './graph-error.ts';
import { setHeaders } from './http/headers.ts';
import { addBodyParsers, readBody } from './http/read-body.ts';
import { registerFlowRoutes } from './topics/flows/flow-routes.ts';
import { downloadMedia } from './topics/media/download-media.ts';
import { registerPictureRoutes } from './topics/pictures/picture-routes.ts';
import { setAppUsage } from './usage/count-call.ts';

/** The Graph API over HTTP: every path that is not the simulator's own is a node, versioned or not. */
export function registerGraphRoutes(simulation: Simulation) {
  return async (server: FastifyInstance): Promise<void> => {
    await server.register(multipart, { limits: { files: 1 } });
    addBodyParsers(server);
    server.setErrorHandler((error, request, reply) => sendError(simulation, error, request, reply));
    server.get('/whatsapp_business/attachments/', (request, reply) =>
      downloadMedia(simulation, request, reply),
    );
    registerPictureRoutes(simulation)(server);
    registerFlowRoutes(simulation)(server);
    server.route({
      method: ['GET', 'POST', 'DELETE', 'PUT', 'PATCH'],
      url: '/*',
      handler: (request, reply) => answer(simulation, request, reply),
    });
  };
}

async function answer(simulation: Simulation, request: FastifyRequest, reply: FastifyReply) {
  setHeaders(simulation, request, reply);
  setAppUsage(reply, 0);
  const { incoming } = simulation.media;
  const { body, file, stream } = await readBody(request, incoming);
  try {
    return await answerGraphCall(simulation, { request, reply, body, file, stream });
  } finally {
    if (file) incoming.discard(file);
  }
}

export function sendError(
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
