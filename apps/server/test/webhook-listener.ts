import { createSecretKey } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { ChannelProvider } from '@renkei/contract';
import { type InboundFact, type WebhookEndpoint, webhookReceiverOf } from '#modules/channels';

export interface WebhookListener {
  /** Where webhooks are sent. */
  readonly url: string;
  /** What genuine webhooks have said, in the order of arrival. */
  readonly facts: readonly InboundFact[];
  /** What could not be proved or read. */
  readonly problems: readonly string[];
  /** A file at an address, for providers that fetch what is sent. */
  publish(bytes: Buffer, mimeType: string): Promise<{ readonly url: string; readonly expiresAt: Date }>;
  close(): Promise<void>;
}

/** Hears a provider as the product does: proves every request, and reads what it says. */
export async function listenToWebhooks(
  provider: ChannelProvider,
  secrets: { readonly signingSecret: string; readonly verifyToken: string },
): Promise<WebhookListener> {
  const receiver = webhookReceiverOf(provider);
  const endpoint: WebhookEndpoint = {
    workspaceId: '',
    endpointId: '',
    provider,
    signingKey: createSecretKey(secrets.signingSecret, 'utf8'),
    verifyToken: secrets.verifyToken,
    phoneNumberIds: new Map(),
  };
  const facts: InboundFact[] = [];
  const problems: string[] = [];
  const files = new Map<string, { readonly bytes: Buffer; readonly mimeType: string }>();
  let origin = '';

  async function take(incoming: IncomingMessage): Promise<number> {
    const body = await buffer(incoming);
    const { headers } = incoming;
    const request = { body, headers, url: `${origin}${incoming.url}`, receivedAt: new Date() };
    if (!receiver.isGenuine(request, endpoint)) {
      problems.push('not genuine');
      return 401;
    }
    const reading = receiver.read(receiver.toStored?.(request) ?? body);
    facts.push(...reading.facts);
    problems.push(...reading.problems);
    return 200;
  }

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://listener');
    const file = files.get(pathname);
    if (file) response.writeHead(200, { 'content-type': file.mimeType }).end(file.bytes);
    else if (request.method === 'GET') response.end(receiver.confirm?.(searchParams, endpoint) ?? '');
    else {
      const { contentType, text } = receiver.answer;
      void take(request).then((status) =>
        response.writeHead(status, { 'content-type': contentType }).end(text),
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${portOf(server.address())}`;
  return {
    url: `${origin}/webhooks`,
    facts,
    problems,
    async publish(bytes, mimeType) {
      const path = `/files/${files.size}`;
      files.set(path, { bytes, mimeType });
      return { url: `${origin}${path}`, expiresAt: new Date(Date.now() + 12 * 60 * 60 * 1000) };
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('The listener has no port');
}
