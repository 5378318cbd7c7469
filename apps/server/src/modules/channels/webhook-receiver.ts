import type { IncomingHttpHeaders } from 'node:http';
import type { WebhookEndpoint } from './endpoints.ts';
import type { InboundReading } from './inbound.ts';

/** One request to a webhook endpoint, as it came. */
export interface WebhookRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The address that was called, as the provider knows it: public origin, path and query. */
  readonly url: string;
  readonly receivedAt: Date;
}

/**
 * How webhooks of one provider are proved, stored and read. It needs neither settings nor connections. Everything in it is
 * pure, and `isGenuine` compares in constant time. There is no provider without a proof.
 */
export interface WebhookReceiver {
  isGenuine(request: WebhookRequest, endpoint: WebhookEndpoint): boolean;
  /** The answer to the handshake a provider makes when the address is entered; undefined: it is refused. */
  confirm?(query: URLSearchParams, endpoint: WebhookEndpoint): string | undefined;
  /** A number that the body names and that is not among `known`, found without reading all of it. */
  findForeignNumber(body: Buffer, known: ReadonlyMap<string, unknown>): string | undefined;
  /** What is kept of the request when that is more than its body. */
  toStored?(request: WebhookRequest): Buffer;
  /** What was stored, in our words. Never throws. */
  read(stored: Uint8Array): InboundReading;
  /** What an accepted request is answered with; some providers take an answer for a reply to the customer. */
  readonly answer: { readonly contentType: string; readonly text: string };
}
