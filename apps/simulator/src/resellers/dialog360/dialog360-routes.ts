import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerCaller, readQuery, throwPlannedAnswer } from '../../graph/answer-graph-call.ts';
import { numberHealth } from '../../graph/fields/health-status.ts';
import { GraphError } from '../../graph/graph-error.ts';
import { sendError } from '../../graph/graph-routes.ts';
import { type GraphPath, parsePath } from '../../graph/http/path.ts';
import { addBodyParsers, readBody } from '../../graph/http/read-body.ts';
import { sendMedia } from '../../graph/topics/media/download-media.ts';
import type { Simulation } from '../../simulation.ts';
import type { App, PhoneNumber } from '../../world/entities.ts';
import type { Dialog360Channel } from '../../world/resellers/reseller-account.ts';
import { Dialog360Error } from './dialog360-error.ts';
import { listTemplates } from './list-templates.ts';

interface Channel {
  readonly app: App;
  readonly account: Dialog360Channel;
  readonly number: PhoneNumber;
}

/** 360dialog's Messaging API: Meta's calls without version and number, opened by a key. (360dialog, 2026-11) */
export function registerDialog360Routes(simulation: Simulation) {
  return async (server: FastifyInstance): Promise<void> => {
    await server.register(multipart, { limits: { files: 1 } });
    addBodyParsers(server);
    server.setErrorHandler((error, request, reply) => {
      if (!(error instanceof Dialog360Error)) return sendError(simulation, error, request, reply);
      return reply.status(error.httpStatus).send(error.toJSON());
    });
    server.get('/health_status', (request) => {
      const { app, number } = authenticate(simulation, request);
      return { health_status: numberHealth(simulation.world, app, number), id: number.id };
    });
    addWebhookRoutes(server, simulation);
    server.get('/v1/configs/templates', (request) => {
      const { number } = authenticate(simulation, request);
      return listTemplates(simulation, number, readQuery(request.query));
    });
    server.get('/whatsapp_business/attachments/', (request, reply) => {
      authenticate(simulation, request);
      return sendMedia(simulation, request, reply);
    });
    server.route({
      method: ['GET', 'POST', 'DELETE'],
      url: '/*',
      handler: (request, reply) => passOn(simulation, request, reply),
    });
  };
}

const webhookSchema = z.object({
  url: z.url(),
  headers: z.record(z.string(), z.string()).optional(),
});

function addWebhookRoutes(server: FastifyInstance, simulation: Simulation): void {
  server.get('/v1/configs/webhook', (request) => {
    const { app, account } = authenticate(simulation, request);
    return { url: app.callbackUrl ?? '', headers: account.webhookHeaders };
  });
  server.post('/v1/configs/webhook', (request) => {
    const { app, account } = authenticate(simulation, request);
    const input = webhookSchema.safeParse(request.body);
    if (!input.success) throw new Dialog360Error(400, 'url must be a valid URL');
    const { url, headers = {} } = input.data;
    const changed = { ...app, callbackUrl: url, reseller: { ...account, webhookHeaders: headers } };
    simulation.commit({ kind: 'entities', entities: { apps: [changed] } });
    return { url, headers };
  });
}

async function passOn(simulation: Simulation, request: FastifyRequest, reply: FastifyReply) {
  const { incoming } = simulation.media;
  const { body, file, stream } = await readBody(request, incoming);
  try {
    const { app, number } = authenticate(simulation, request);
    const path = pathOf(request, number);
    throwPlannedAnswer(simulation, request.method, path);
    const scopes = ['whatsapp_business_messaging', 'whatsapp_business_management'];
    const caller = { app, token: '', isAppToken: false, scopes, wabaIds: [number.wabaId] };
    const parameters = { ...readQuery(request.query), ...body };
    return await answerCaller(
      simulation,
      { request, reply, body, file, stream },
      { path, caller, parameters },
    );
  } finally {
    if (file) incoming.discard(file);
  }
}

/** `/messages` hangs on the number of the key; digits are a node of their own, such as a file. */
function pathOf(request: FastifyRequest, number: PhoneNumber): GraphPath {
  const url = request.url.replace(/^\/360dialog/, '');
  const path = parsePath(url);
  if (/^\d+$/.test(path.nodeId)) return path;
  return parsePath(`/${number.id}${url}`);
}

function authenticate({ world }: Simulation, request: FastifyRequest): Channel {
  const key = request.headers['d360-api-key'];
  for (const app of world.apps.values()) {
    const { reseller: account } = app;
    if (account?.kind !== 'dialog360' || account.apiKey !== key) continue;
    const number = world.phoneNumbers.get(account.phoneNumberId);
    if (number?.resellerAppId === app.id) return { app, account, number };
    throw new GraphError(133010);
  }
  throw new Dialog360Error(401, 'Invalid api key');
}
