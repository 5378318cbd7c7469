import type { RouteDefinition } from '@renkei/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RenkeiError } from '#platform/errors';
import type { Logger } from '#platform/log';
import type { BytesAnswer, Principal, RequestContext, RouteBinding, StreamAnswer } from '#platform/module';
import { authorise } from './authorise.ts';
import { parseRequest } from './parse-request.ts';
import { readLines } from './read-lines.ts';
import { readUpload } from './read-upload.ts';
import { refuseForgery } from './refuse-forgery.ts';
import { sendEvents } from './send-events.ts';
import type { SessionCookie } from './session-cookie.ts';

/** What identity says about a cookie. */
export interface Authenticated {
  readonly principal: Principal;
  /** Set when the session was just prolonged: until when the browser should keep the cookie now. */
  readonly renewedUntil: Date | null;
}

export type Authenticate = (cookieValue: string) => Promise<Authenticated | undefined>;

export interface RequestGuard {
  readonly authenticate: Authenticate;
  readonly cookie: SessionCookie;
  readonly publicOrigin: string;
  readonly log: Logger;
}

/** Requests per minute and address that a route for everybody takes. */
const publicRequestsPerMinute = 60;

/** One request: who, whether, what, then the handler, then its answer in the shape the contract promises. */
export function bindRoute(app: FastifyInstance, guard: RequestGuard, { route, handle }: RouteBinding): void {
  app.route({
    method: route.method,
    // A colon that begins no parameter stands for itself: `/v1/messages:check`.
    url: route.path.replace(/(?<!\/):/g, '::'),
    config: mayBeGuessedAt(route) ? { rateLimit: { max: publicRequestsPerMinute } } : {},
    async handler(request, reply) {
      const principal = await identify(guard, route, request, reply);
      authorise(route, principal);
      const context = createContext(route, guard, request, reply);
      const answer = await handle(context, principal);
      return sendAnswer(route, reply, answer, context.signal, guard.log);
    },
  });
}

/**
 * Bytes for everybody are behind addresses that prove themselves: a provider fetches as many files in a minute as it sends
 * messages, from few addresses of its own.
 */
function mayBeGuessedAt({ access, answers }: RouteDefinition): boolean {
  return access === 'public' && answers !== 'bytes';
}

/** A public route does not care who asks, but a cookie that comes along still calls for the proof of origin. */
async function identify(
  guard: RequestGuard,
  route: RouteDefinition,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Principal | undefined> {
  const cookieValue = guard.cookie.read(request);
  refuseForgery(request, guard.publicOrigin, cookieValue !== undefined);
  if (cookieValue === undefined || route.access === 'public') return undefined;
  const authenticated = await guard.authenticate(cookieValue);
  if (authenticated?.renewedUntil) guard.cookie.write(reply, cookieValue, authenticated.renewedUntil);
  return authenticated && Object.freeze({ ...authenticated.principal });
}

function createContext(
  route: RouteDefinition,
  guard: RequestGuard,
  request: FastifyRequest,
  reply: FastifyReply,
): RequestContext<RouteDefinition> {
  const parsed = parseRequest(route, request);
  return {
    ...parsed,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
    ),
    lines: () => readLines(route, request),
    file: async () => (route.accepts === 'upload' ? readUpload(request) : undefined),
    signal: signalOf(reply),
    setCookie: (value, expiresAt) => guard.cookie.write(reply, value, expiresAt),
    remoteAddress: request.ip,
  } as RequestContext<RouteDefinition>; // Parsed by the schemas of this very route.
}

function signalOf(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}

async function sendAnswer(
  route: RouteDefinition,
  reply: FastifyReply,
  answer: unknown,
  signal: AbortSignal,
  log: Logger,
): Promise<FastifyReply> {
  if (route.answers === 'stream') {
    await sendEvents(reply, answer as StreamAnswer, signal, log); // `bind` has made the handler promise it.
    return reply;
  }
  if (route.answers === 'bytes') return sendBytes(reply, answer as BytesAnswer); // Likewise.
  const parsed = route.response.safeParse(answer);
  if (!parsed.success) {
    throw new RenkeiError('internal', {
      cause: new Error(`${route.name} broke its contract: ${parsed.error.message}`),
    });
  }
  reply.code(route.status ?? 200).header('cache-control', 'no-store');
  return reply.type('application/json').send(JSON.stringify(parsed.data));
}

function sendBytes(reply: FastifyReply, { stream, headers, status }: BytesAnswer): FastifyReply {
  return reply
    .code(status ?? 200)
    .headers(headers)
    .send(stream);
}
