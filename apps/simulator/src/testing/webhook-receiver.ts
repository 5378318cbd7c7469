import { createServer, type IncomingMessage } from 'node:http';
import { verifySignature } from '@renkei/graph-api';
import { portOf } from './port-of.ts';

export interface ReceivedWebhook {
  readonly body: string;
  readonly signature: string;
  readonly isSigned: boolean;
  readonly answeredWith: number;
}

/** A business's webhook endpoint: checks the handshake and the signature, and keeps what came. */
export interface WebhookReceiver {
  readonly url: string;
  readonly received: ReceivedWebhook[];
  /** The HTTP status for the next posts, used up one by one; 200 after that. */
  readonly nextStatuses: number[];
  /** How late the next posts are answered, used up one by one. */
  readonly delaysMs: number[];
  /** Inbound messages and statuses of everything answered with 200, in order of arrival. */
  messages(): readonly Readonly<Record<string, unknown>>[];
  statuses(): readonly Readonly<Record<string, unknown>>[];
  stop(): Promise<void>;
}

export async function startWebhookReceiver(options: {
  readonly secret: string;
  readonly verifyToken: string;
  readonly port?: number;
}): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  const nextStatuses: number[] = [];
  const delaysMs: number[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://receiver');
    if (request.method === 'GET') {
      const isMine = url.searchParams.get('hub.verify_token') === options.verifyToken;
      response.writeHead(isMine ? 200 : 403).end(url.searchParams.get('hub.challenge'));
      return;
    }
    const bytes = await readBytes(request);
    const answeredWith = nextStatuses.shift() ?? 200;
    const signature = String(request.headers['x-hub-signature-256']);
    const isSigned = verifySignature(options.secret, bytes, signature);
    received.push({ body: bytes.toString(), signature, isSigned, answeredWith });
    setTimeout(() => response.writeHead(answeredWith).end(), delaysMs.shift() ?? 0);
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const values = () =>
    received.filter(({ answeredWith }) => answeredWith === 200).flatMap(({ body }) => valuesOf(body));
  return {
    url: `http://127.0.0.1:${portOf(server)}/webhooks`,
    received,
    nextStatuses,
    delaysMs,
    messages: () => values().flatMap((value) => value.messages ?? []),
    statuses: () => values().flatMap((value) => value.statuses ?? []),
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Value {
  readonly messages?: readonly Readonly<Record<string, unknown>>[];
  readonly statuses?: readonly Readonly<Record<string, unknown>>[];
}

function valuesOf(body: string): readonly Value[] {
  // What the simulator under test wrote; the tests look at the parts they care for.
  const parsed = JSON.parse(body) as { entry: { changes: { value: Value }[] }[] };
  return parsed.entry.flatMap(({ changes }) => changes.map(({ value }) => value));
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
