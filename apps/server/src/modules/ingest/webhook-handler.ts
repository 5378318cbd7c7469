import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorCode } from '@renkei/contract';
import { verifySignature } from '@renkei/graph-api';
import type { Endpoints, WebhookEndpoint } from '#modules/channels';
import { equalInConstantTime } from '#platform/crypto';
import { describeProblem, RenkeiError } from '#platform/errors';
import type { Platform } from '#platform/module';
import { findForeignNumber } from './find-foreign-number.ts';
import type { GroupCommit } from './group-commit.ts';
import { readBody } from './read-body.ts';

export type WebhookHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Nobody reads it; but head and body of known length are one write. */
const received = 'received';

const pathPattern =
  /^\/webhooks\/cloud-api\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\?(.*))?$/;

/**
 * Answers `/webhooks/cloud-api/:endpointId` on a bare node:http server. In this order and nothing before: size, raw
 * bytes, signature, number, commit, 200. There is no way in without a signature.
 */
export function createWebhookHandler(needs: {
  readonly platform: Pick<Platform, 'clock' | 'log' | 'metrics'>;
  readonly endpoints: Endpoints;
  readonly groupCommit: GroupCommit;
}): WebhookHandler {
  const { clock, log, metrics } = needs.platform;
  const outcomes = metrics.counter('renkei_webhook_requests_total', 'Webhook requests by outcome', [
    'outcome',
  ]);
  const verified = outcomes.labels('verified');
  const stored = outcomes.labels('stored');
  const ackSeconds = metrics.histogram(
    'renkei_webhook_ack_seconds',
    'From the head of a webhook to its 200',
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
  );

  async function answer(request: IncomingMessage): Promise<string> {
    const [, endpointId, query = ''] = pathPattern.exec(request.url ?? '') ?? [];
    const endpoint = endpointId === undefined ? undefined : await needs.endpoints.find(endpointId);
    if (!endpoint) throw new RenkeiError('webhook_endpoint_unknown');
    if (request.method === 'GET') return confirmSubscription(endpoint, new URLSearchParams(query));
    if (request.method !== 'POST') throw new RenkeiError('not_found');
    await receive(request, endpoint);
    return received;
  }

  async function receive(request: IncomingMessage, endpoint: WebhookEndpoint): Promise<void> {
    const body = await readBody(request);
    if (!verifySignature(endpoint.appSecretKey, body, request.headers['x-hub-signature-256'])) {
      throw new RenkeiError('webhook_signature_wrong');
    }
    const foreign = findForeignNumber(body, endpoint.phoneNumberIds);
    if (foreign !== undefined) {
      log.error(
        { alert: 'webhook_foreign_number', endpointId: endpoint.endpointId, phoneNumberId: foreign },
        'a signed webhook names a number that is not connected at its endpoint',
      );
      throw new RenkeiError('webhook_foreign_number');
    }
    const { workspaceId, endpointId } = endpoint;
    await needs.groupCommit.store({ workspaceId, endpointId, body });
  }

  return async (request, response) => {
    const startedMs = clock.monotonicMs();
    try {
      const text = await answer(request);
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(text) });
      response.end(text);
      if (request.method === 'GET') verified.inc();
      else {
        stored.inc();
        ackSeconds.observe((clock.monotonicMs() - startedMs) / 1000);
      }
    } catch (error) {
      const refusal = error instanceof RenkeiError ? error : new RenkeiError('internal', { cause: error });
      if (refusal.code === 'internal') log.error({ err: error }, 'a webhook request failed');
      outcomes.inc({ outcome: outcomeOf(refusal.code) });
      refuse(request, response, refusal);
    }
  };
}

/** The handshake Meta makes when the callback URL is set. (Meta, "Webhooks: verification requests") */
function confirmSubscription(endpoint: WebhookEndpoint, query: URLSearchParams): string {
  const token = query.get('hub.verify_token') ?? '';
  const matches = equalInConstantTime(token, endpoint.verifyToken);
  if (query.get('hub.mode') !== 'subscribe' || !matches) throw new RenkeiError('webhook_verify_token_wrong');
  return query.get('hub.challenge') ?? '';
}

const outcomesByCode: Partial<Record<ErrorCode, string>> = {
  webhook_endpoint_unknown: 'unknown_endpoint',
  webhook_verify_token_wrong: 'wrong_verify_token',
  webhook_signature_wrong: 'wrong_signature',
  webhook_foreign_number: 'foreign_number',
  webhook_too_large: 'too_large',
  store_unavailable: 'not_stored',
};

function outcomeOf(code: ErrorCode): string {
  return outcomesByCode[code] ?? 'failed';
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: RenkeiError): void {
  if (response.headersSent || response.destroyed) return;
  const body = JSON.stringify(describeProblem(refusal));
  response.writeHead(refusal.status, {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
  // What is still to come is thrown away, so that the sender gets to read the answer instead of a reset.
  request.resume();
}
