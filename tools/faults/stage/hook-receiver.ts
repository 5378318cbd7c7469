import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

/** A system of a customer's that wants to be told what happens: it fails now and then, and remembers what came. */
export interface HookReceiver {
  readonly url: string;
  /** To be told once the hook is made. */
  trust(secret: string): void;
  /** How often each event came with a good signature and was taken. */
  readonly taken: ReadonlyMap<string, number>;
  /** Ids under which something came that was not signed well. */
  readonly unsigned: readonly string[];
  close(): Promise<void>;
}

/** One in so many requests is answered 500, and taken when it comes again. */
const failsEvery = 9;

export async function openHookReceiver(): Promise<HookReceiver> {
  const taken = new Map<string, number>();
  const unsigned: string[] = [];
  let key: Buffer | undefined;
  let requests = 0;

  /** As standardwebhooks.com has it, but whatever the time says: the server's clock is moved on purpose. */
  function isSigned(body: string, headers: Record<'id' | 'timestamp' | 'signature', string>): boolean {
    if (!key) return false;
    const signed = createHmac('sha256', key)
      .update(`${headers.id}.${headers.timestamp}.${body}`)
      .digest('base64');
    return headers.signature.split(' ').includes(`v1,${signed}`);
  }

  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const id = String(request.headers['webhook-id']);
      const timestamp = String(request.headers['webhook-timestamp']);
      const signature = String(request.headers['webhook-signature']);
      const body = Buffer.concat(pieces).toString();
      requests += 1;
      const isFailing = requests % failsEvery === 0;
      if (!isFailing && isSigned(body, { id, timestamp, signature })) taken.set(id, (taken.get(id) ?? 0) + 1);
      else if (!isFailing) unsigned.push(id);
      response.writeHead(isFailing ? 500 : 204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    trust: (secret) => void (key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')),
    taken,
    unsigned,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => undefined);
    },
  };
}
