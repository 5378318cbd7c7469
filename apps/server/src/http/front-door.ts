import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from '#platform/log';

/** Answers a webhook on the bare socket; everything it needs to say, it says itself. */
export type HandleWebhook = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

const webhookPrefix = '/webhooks/';
/** Long enough for 105 MB over a slow line; headers must come much sooner. */
const requestTimeoutMs = 300_000;
const headersTimeoutMs = 30_000;
/** Longer than the idle time of usual load balancers, so that it is never us who closes first. */
const keepAliveTimeoutMs = 72_000;

/**
 * The one listening server. Webhooks are answered before the router: that path is the hottest one and needs nothing
 * of what the router brings.
 */
export function createFrontDoor(options: {
  readonly handleWebhook: HandleWebhook | undefined;
  readonly log: Logger;
  readonly otherwise: (request: IncomingMessage, response: ServerResponse) => void;
}): Server {
  const { handleWebhook, log, otherwise } = options;
  const timeouts = {
    requestTimeout: requestTimeoutMs,
    headersTimeout: headersTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
  };
  return createServer(timeouts, (request, response) => {
    if (handleWebhook === undefined || request.url?.startsWith(webhookPrefix) !== true) {
      otherwise(request, response);
      return;
    }
    answer(handleWebhook, request, response).catch((error: unknown) => {
      log.error({ err: error }, 'a webhook request failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

async function answer(
  handle: HandleWebhook,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await handle(request, response);
}
