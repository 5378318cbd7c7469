import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Simulation } from '../../simulation.ts';
import type { App } from '../../world/entities.ts';
import type { TwilioAccount } from '../../world/resellers/reseller-account.ts';
import { getOutbound } from '../../world/world.ts';
import { acceptMessage } from './accept-message.ts';
import { showContent } from './content.ts';
import { paramsOf, type TwilioCall, type TwilioDoor } from './door.ts';
import { addMediaRoutes } from './media-routes.ts';
import { addSenderRoutes } from './sender-routes.ts';
import { showMessage } from './show-message.ts';
import { toGraphBody } from './to-graph-body.ts';
import { notFound, TwilioError } from './twilio-error.ts';

/** Twilio's API for WhatsApp, all of its hosts on one origin. */
export function registerTwilioRoutes(simulation: Simulation) {
  return async (server: FastifyInstance): Promise<void> => {
    server.removeAllContentTypeParsers();
    server.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      async (_request: FastifyRequest, text: string) => new URLSearchParams(text),
    );
    server.addContentTypeParser(
      'application/json',
      { parseAs: 'string' },
      async (_request: FastifyRequest, text: string) => JSON.parse(text === '' ? '{}' : text),
    );
    server.setErrorHandler((error, _request, reply) => sendError(error, reply));
    const door: TwilioDoor = { simulation, authenticate: (request) => authenticate(simulation, request) };
    addAccountRoutes(server, door);
    addMessageRoutes(server, door);
    addContentRoutes(server, door);
    addSenderRoutes(server, door);
    addMediaRoutes(server, door);
  };
}

function addAccountRoutes(server: FastifyInstance, { authenticate }: TwilioDoor): void {
  server.get('/2010-04-01/Accounts/:account.json', (request) => {
    const { app, account } = authenticate(request);
    return { sid: account.accountSid, friendly_name: app.name, status: 'active', type: 'Full' };
  });
}

function addMessageRoutes(server: FastifyInstance, { simulation, authenticate }: TwilioDoor): void {
  const { world } = simulation;
  server.post('/2010-04-01/Accounts/:account/Messages.json', async (request, reply) => {
    throwPlannedAnswer(simulation, request.method);
    const { app, account } = authenticate(request);
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const statusCallback = form.get('StatusCallback') || undefined;
    if (statusCallback !== undefined && !URL.canParse(statusCallback)) {
      throw new TwilioError(21609, `Invalid 'StatusCallback' URL: ${statusCallback}`);
    }
    const graphBody = await toGraphBody(simulation, form);
    const phoneNumber = findSenderNumber(simulation, app, account, form);
    const send = { app, phoneNumber, graphBody, statusCallback, form: Object.fromEntries(form) };
    const { id } = acceptMessage(simulation, send);
    const state = getOutbound(world, id);
    if (!state) throw new Error(`Message ${id} was accepted but is not in the world`);
    return await answerSend(simulation, reply, showMessage(world, account.accountSid, state));
  });
  server.get('/2010-04-01/Accounts/:account/Messages/:sid.json', (request) => {
    const { app, account } = authenticate(request);
    const { sid } = paramsOf(request);
    const state = getOutbound(world, sid ?? '');
    if (state?.message.resellerAppId !== app.id) throw notFound(request.url);
    return showMessage(world, account.accountSid, state);
  });
  server.get('/2010-04-01/Accounts/:account/Messages.json', (request) => {
    const { app, account } = authenticate(request);
    const { To: to, PageSize: size = '50' } = queryOf(request);
    const all = world.sends
      .slice(0, world.sends.length)
      .filter(({ message }) => message.resellerAppId === app.id);
    const messages = all
      .map((state) => showMessage(world, account.accountSid, state))
      .filter((message) => to === undefined || message.to === to)
      .toReversed()
      .slice(0, Number(size));
    return { messages, page: 0, page_size: Number(size), next_page_uri: null, uri: request.url };
  });
}

function addContentRoutes(
  server: FastifyInstance,
  { simulation: { world }, authenticate }: TwilioDoor,
): void {
  const list = (request: FastifyRequest) => {
    const { app, account } = authenticate(request);
    const wabaIds = new Set(
      account.senders.map(({ phoneNumberId }) => world.phoneNumbers.get(phoneNumberId)?.wabaId),
    );
    const templates = [...world.templates.values()].filter(({ wabaId }) => wabaIds.has(wabaId));
    return { app, contents: templates.map((template) => showContent(template, account.accountSid)) };
  };
  const page = (request: FastifyRequest) => ({
    contents: list(request).contents,
    meta: { page: 0, page_size: 500, key: 'contents', next_page_url: null, url: request.url },
  });
  server.get('/v1/ContentAndApprovals', page);
  server.get('/v1/Content', page);
  server.get('/v1/Content/:sid', (request) => {
    const { sid } = paramsOf(request);
    const found = list(request).contents.find((content) => content.sid === sid);
    if (!found) throw notFound(request.url);
    return found;
  });
}

/** `From`, or the number of the service. Both have to be of this account. */
function findSenderNumber({ world }: Simulation, app: App, account: TwilioAccount, form: URLSearchParams) {
  const from = form.get('From');
  const service = form.get('MessagingServiceSid');
  if (service && service !== account.messagingServiceSid) {
    throw new TwilioError(21701, `The Messaging Service ${service} was not found`, 404);
  }
  if (!from && !service) throw new TwilioError(21603, "A 'From' phone number is required.");
  const numbers = account.senders.flatMap(({ phoneNumberId }) => world.phoneNumbers.get(phoneNumberId) ?? []);
  const number = numbers.find(
    ({ digits, resellerAppId }) => resellerAppId === app.id && (from ? from === `whatsapp:+${digits}` : true),
  );
  if (!number)
    throw new TwilioError(63007, 'Twilio could not find a Channel with the specified From address');
  return number;
}

function authenticate({ world }: Simulation, request: FastifyRequest): TwilioCall {
  const [, encoded = ''] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  const [sid = '', token = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  for (const app of world.apps.values()) {
    const { reseller: account } = app;
    if (account?.kind !== 'twilio' || account.accountSid !== sid || !isSame(account.authToken, token))
      continue;
    const { account: named = sid } = paramsOf(request);
    if (named !== sid) throw notFound(request.url);
    return { app, account };
  }
  throw new TwilioError(20003, 'Authenticate', 401);
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}

function queryOf({ query }: FastifyRequest): Readonly<Record<string, string | undefined>> {
  return typeof query === 'object' && query !== null ? { ...query } : {};
}

/** Planned faults of sends, in Twilio's words: too many requests, or trouble of its own. */
function throwPlannedAnswer({ faults, random }: Simulation, method: string): void {
  const call = { method, edge: 'messages', nodeId: 'twilio' };
  const planned = faults.takeAnswer(call, (probability) => probability >= 1 || random.chance(probability));
  if (!planned) return;
  if (planned.status === 429) throw new TwilioError(20429, 'Too Many Requests', 429);
  if (planned.status >= 500)
    throw new TwilioError(20500, 'An internal server error has occurred', planned.status);
  throw new TwilioError(planned.code ?? 20001, "Planned by the simulator's faults", planned.status);
}

/** The faults of an accepted send: the answer comes late, or the connection is cut before it. */
async function answerSend({ faults, random }: Simulation, reply: FastifyReply, answer: object) {
  const { acceptDelayMs, lostAnswer } = faults.get();
  if (acceptDelayMs > 0) await new Promise((resolve) => setTimeout(resolve, acceptDelayMs));
  if (!random.chance(lostAnswer)) return reply.status(201).send(answer);
  reply.hijack();
  reply.raw.socket?.destroy();
  return undefined;
}

function sendError(error: unknown, reply: FastifyReply): FastifyReply {
  const told =
    error instanceof TwilioError
      ? error
      : new TwilioError(
          20500,
          `The simulator failed: ${error instanceof Error ? error.message : String(error)}`,
          500,
        );
  return reply.status(told.httpStatus).send(told.toJSON());
}
