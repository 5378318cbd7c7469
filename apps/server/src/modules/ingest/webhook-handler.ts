import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorCode } from '@renkei/contract';
import { type Endpoints, type WebhookEndpoint, webhookReceiverOf } from '#modules/channels';
import { describeProblem, RenkeiError } from '#platform/errors';
import type { Platform } from '#platform/module';
import type { GroupCommit } from './group-commit.ts';
import { readBody } from './read-body.ts';

/** Head and body of known length are one write. */
interface Answer {
  readonly contentType: string;
  readonly text: string;
}

export type WebhookHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const pathPattern =
  /^\/webhooks\/([a-z0-9-]{1,20})\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\?(.*))?$/;

/**
 * Answers `/webhooks/:provider/:endpointId` on a bare node:http server. In this order and nothing before: size, raw
 * bytes, proof, number, commit, 200. How a body is proved is the provider's; there is no way in without a proof.
 */
export function createWebhookHandler(needs: {
  readonly platform: Pick<Platform, 'clock' | 'log' | 'metrics'>;
  readonly endpoints: Endpoints;
  readonly groupCommit: GroupCommit;
  /** Told of webhooks at an endpoint that are forged or name a foreign number. */
  readonly noteRefusal: (endpoint: WebhookEndpoint, code: ErrorCode) => void;
  /** The origin under which providers call us; some sign it along. */
  readonly publicUrl: string;
}): WebhookHandler {
  const { clock, log, metrics } = needs.platform;
  const outcomes = metrics.counter('renkei_webhook_requests_total', 'Webhook requests by outcome', [
    'outcome',
  ]);
  // From the start at 0, so that an alert sees the first one.
  for (const outcome of Object.values(outcomesByCode)) outcomes.inc({ outcome }, 0);
  const verified = outcomes.labels('verified');
  const stored = outcomes.labels('stored');
  const ackSeconds = metrics.histogram(
    'renkei_webhook_ack_seconds',
    'From the head of a webhook to its 200',
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
  );

  async function answer(request: IncomingMessage): Promise<Answer> {
    const [, provider, endpointId, query = ''] = pathPattern.exec(request.url ?? '') ?? [];
    const endpoint = endpointId === undefined ? undefined : await needs.endpoints.find(endpointId);
    if (!endpoint || endpoint.provider !== provider) throw new RenkeiError('webhook_endpoint_unknown');
    if (request.method === 'GET') return confirmSubscription(endpoint, new URLSearchParams(query));
    if (request.method !== 'POST') throw new RenkeiError('not_found');
    return await receive(request, endpoint);
  }

  async function receive(incoming: IncomingMessage, endpoint: WebhookEndpoint): Promise<Answer> {
    const receiver = webhookReceiverOf(endpoint.provider);
    const body = await readBody(incoming);
    const request = {
      body,
      headers: incoming.headers,
      url: `${needs.publicUrl}${incoming.url ?? ''}`,
      receivedAt: clock.now(),
    };
    if (!receiver.isGenuine(request, endpoint)) {
      needs.noteRefusal(endpoint, 'webhook_signature_wrong');
      throw new RenkeiError('webhook_signature_wrong');
    }
    const foreign = receiver.findForeignNumber(body, endpoint.phoneNumberIds);
    if (foreign !== undefined) {
      needs.noteRefusal(endpoint, 'webhook_foreign_number');
      log.error(
        { alert: 'webhook_foreign_number', endpointId: endpoint.endpointId, phoneNumberId: foreign },
        'a signed webhook names a number that is not connected at its endpoint',
      );
      throw new RenkeiError('webhook_foreign_number');
    }
    const { workspaceId, endpointId } = endpoint;
    await needs.groupCommit.store({
      workspaceId,
      endpointId,
      body: receiver.toStored?.(request) ?? body,
    });
    return receiver.answer;
  }

  return async (request, response) => {
    const startedMs = clock.monotonicMs();
    try {
      const { contentType, text } = await answer(request);
      response.writeHead(200, { 'content-type': contentType, 'content-length': Buffer.byteLength(text) });
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

/** The handshake that some providers make when the address is entered. */
function confirmSubscription(endpoint: WebhookEndpoint, query: URLSearchParams): Answer {
  const text = webhookReceiverOf(endpoint.provider).confirm?.(query, endpoint);
  if (text === undefined) throw new RenkeiError('webhook_verify_token_wrong');
  return { contentType: 'text/plain', text };
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
