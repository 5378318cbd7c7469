import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
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
  messages(): readonly ArrivedMessage[];
  statuses(): readonly ArrivedStatus[];
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
  const answerHandshake = (url: URL, response: ServerResponse) => {
    const isMine = url.searchParams.get('hub.verify_token') === options.verifyToken;
    response.writeHead(isMine ? 200 : 403).end(url.searchParams.get('hub.challenge'));
  };
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const bytes = await readBytes(request);
    const answeredWith = nextStatuses.shift() ?? 200;
    const signature = String(request.headers['x-hub-signature-256']);
    const isSigned = verifySignature(options.secret, bytes, signature);
    received.push({ body: bytes.toString(), signature, isSigned, answeredWith });
    setTimeout(() => response.writeHead(answeredWith).end(), delaysMs.shift() ?? 0);
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://receiver');
    if (request.method === 'GET') answerHandshake(url, response);
    else void take(request, response);
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

/** An inbound message as it arrived; the parts tests look into. */
export interface ArrivedMessage {
  readonly id: string;
  readonly type: string;
  readonly text?: { readonly body: string };
  readonly audio?: { readonly id: string; readonly url: string };
  readonly reaction?: unknown;
  readonly context?: unknown;
}

export interface ArrivedStatus {
  readonly id: string;
  readonly status: string;
}

interface Value {
  readonly messages?: readonly ArrivedMessage[];
  readonly statuses?: readonly ArrivedStatus[];
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
