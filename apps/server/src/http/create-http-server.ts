import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { type FastifyInstance, fastify } from 'fastify';
import { RenkeiError } from '#platform/errors';
import { newId } from '#platform/ids';
import type { Platform, RouteBinding } from '#platform/module';
import type { CountRequest } from '#platform/request-counts';
import { type Authenticate, bindRoute } from './bind-routes.ts';
import { countDenials } from './count-denials.ts';
import { createFrontDoor, type HandleWebhook } from './front-door.ts';
import type { Readiness } from './health/readiness.ts';
import { serveHealth } from './health/serve-health.ts';
import { measureRequests } from './measure-requests.ts';
import { serveErrorPages } from './pages/error-pages.ts';
import { serveWebApp } from './pages/web-app.ts';
import { linesType } from './read-lines.ts';
import { maximumUploadBytes } from './read-upload.ts';
import { securityHeaders } from './security-headers.ts';
import { sendProblem } from './send-problem.ts';
import { createSessionCookie } from './session-cookie.ts';
import { createRateLimitStore } from './shared-rate-limit.ts';

export interface HttpServerOptions {
  readonly publicUrl: string;
  readonly companionUrl: string | null;
  readonly metricsToken: string | null;
  /** Whose word about the caller's address is believed, as Fastify's `trustProxy` takes it. */
  readonly trustedProxies: string;
  /** The built web app; a sentence stands in for it where it is missing. */
  readonly webDir: string;
  readonly bindings: readonly RouteBinding[];
  readonly authenticate: Authenticate;
  readonly handleWebhook?: HandleWebhook;
  readonly readiness: Readiness;
  /** For the limits of public routes. */
  readonly countRequest: CountRequest;
}

export interface HttpServer {
  /** @returns the port, which the system chose when 0 was given */
  listen(host: string, port: number): Promise<number>;
  /** Readiness turns red, nothing new is accepted, streams end, requests in flight are finished. */
  close(): Promise<void>;
}

const maximumJsonBytes = 1024 * 1024;
/** Requests that are still running then are cut off. */
const closeWithinMs = 5_000;

/** The shell of the API, the pages and the health checks, and in front of it the webhook door. */
export async function createHttpServer(
  platform: Pick<Platform, 'log' | 'metrics'>,
  options: HttpServerOptions,
): Promise<HttpServer> {
  const { log } = platform;
  const app = createApp(options, platform);
  await app.register(cookie);
  await app.register(multipart, {
    limits: { files: 1, fields: 10, parts: 11, fileSize: maximumUploadBytes },
  });
  await app.register(rateLimit, {
    global: false,
    timeWindow: '1 minute',
    store: createRateLimitStore(options.countRequest),
    keyGenerator: ({ routeOptions, ip }) => `${String(routeOptions.method)} ${routeOptions.url ?? ''} ${ip}`,
    errorResponseBuilder: () => new RenkeiError('too_many_requests'),
  });
  const headers = securityHeaders(options);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
  const countDenial = countDenials(platform.metrics);
  app.setErrorHandler((error, _request, reply) => {
    countDenial(error);
    return sendProblem(reply, error, log);
  });
  measureRequests(app, platform.metrics);

  const guard = {
    authenticate: options.authenticate,
    cookie: createSessionCookie(options.publicUrl),
    publicOrigin: new URL(options.publicUrl).origin,
    log,
  };
  for (const binding of options.bindings) bindRoute(app, guard, binding);
  serveHealth(app, { ...options, metrics: platform.metrics });
  serveErrorPages(app);
  await serveWebApp(app, options.webDir);
  await app.ready();

  return {
    async listen(host, port) {
      await app.listen({ host, port });
      return (app.server.address() as AddressInfo).port; // A TCP server that listens has one.
    },
    async close() {
      options.readiness.turnRed();
      const hurry = setTimeout(() => app.server.closeAllConnections(), closeWithinMs);
      await app.close().finally(() => clearTimeout(hurry));
    },
  };
}

/** An address that proves itself is one long parameter; the contract has the limit of each. */
const longestParameter = 2_000;

function createApp(options: HttpServerOptions, { log }: Pick<Platform, 'log'>): FastifyInstance {
  const app: FastifyInstance = fastify({
    logger: false,
    genReqId: () => newId(),
    requestIdHeader: false,
    bodyLimit: maximumJsonBytes,
    trustProxy: options.trustedProxies,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: longestParameter },
    exposeHeadRoutes: false,
    // What is refused before there is a route has the shape of every other refusal.
    frameworkErrors: (error, _request, reply) => {
      sendProblem(reply.headers(securityHeaders(options)), error, log);
    },
    forceCloseConnections: 'idle',
    serverFactory: (handler): Server =>
      createFrontDoor({ handleWebhook: options.handleWebhook, log, otherwise: handler }),
  });
  app.removeContentTypeParser('text/plain');
  // Read line by line as they come; nothing holds them all.
  app.addContentTypeParser(linesType, (_request, payload, done) => done(null, payload));
  return app;
}
