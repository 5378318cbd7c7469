import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createLogger } from '#platform/log';
import { waitFor } from '../../../test/wait-for.ts';
import { connectWakesByNats } from './nats-wake.ts';
import type { WakeLine } from './wake.ts';

const log = createLogger('silent');
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

function openLine(port: number, prefix = 'test'): WakeLine {
  const line = connectWakesByNats({
    settings: { servers: [`127.0.0.1:${port}`], credentials: { kind: 'none' }, tls: undefined, prefix },
    log,
  });
  closers.push(() => line.close());
  return line;
}

function hear(line: WakeLine): string[] {
  const heard: string[] = [];
  line.on('outbox', (detail) => heard.push(detail));
  return heard;
}

const call = (line: WakeLine, detail: string) =>
  line.sender.send([{ topic: 'outbox', detail }], async () => undefined);

it('reaches all processes of the installation and no other, and survives the loss of NATS', async () => {
  const nats = await startSmallNats();
  const [one, other, foreign] = [openLine(nats.port), openLine(nats.port), openLine(nats.port, 'foreign')];
  const [heard, heardByOther, heardByForeign] = [hear(one), hear(other), hear(foreign)];
  await waitFor(async () => nats.subscribers() === 3 || undefined);
  await call(one, 'workspace/channel');
  await waitFor(async () => heard.includes('workspace/channel') || undefined);
  await waitFor(async () => heardByOther.includes('workspace/channel') || undefined);
  expect(heardByForeign).not.toContain('workspace/channel');

  await nats.stop();
  await call(one, 'nobody hears this');
  heardByOther.length = 0;
  await nats.start();
  // Whoever comes back looks at everything, because calls may have been missed.
  await waitFor(async () => heardByOther.includes('') || undefined, 10_000);
  await waitFor(async () => nats.subscribers() === 3 || undefined, 10_000);
  await call(one, 'again');
  await waitFor(async () => heardByOther.includes('again') || undefined);
});

it('starts without NATS and finds it when it comes', async () => {
  const nats = await startSmallNats();
  await nats.stop();
  const line = openLine(nats.port);
  const heard = hear(line);
  await call(line, 'nobody hears this');
  await nats.start();
  await waitFor(async () => heard.includes('') || undefined, 10_000);
  expect(heard).not.toContain('nobody hears this');
});

/** As much of the NATS protocol as a client needs that publishes and subscribes (docs.nats.io, "Client protocol"). */
async function startSmallNats() {
  const clients = new Map<Socket, { readonly id: string; readonly pattern: RegExp }[]>();
  const greet = (socket: Socket) => {
    clients.set(socket, []);
    socket.on('error', () => socket.destroy()).on('close', () => clients.delete(socket));
    socket.write(
      `INFO ${JSON.stringify({ server_id: 'small', version: '2.10.0', proto: 1, headers: true, max_payload: 1048576 })}\r\n`,
    );
    let text = '';
    socket.on('data', (piece) => {
      text += piece.toString('latin1');
      for (let end = text.indexOf('\r\n'); end !== -1; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        const size = /^PUB (?:\S+) (\d+)$/.exec(line)?.[1];
        if (size !== undefined && text.length < end + 4 + Number(size)) return;
        const payload = size === undefined ? '' : text.slice(end + 2, end + 2 + Number(size));
        text = text.slice(end + 2 + (size === undefined ? 0 : Number(size) + 2));
        answer(socket, line, payload);
      }
    });
  };
  const answer = (socket: Socket, line: string, payload: string) => {
    const [verb, subject = '', id = ''] = line.split(' ');
    if (verb === 'PING') socket.write('PONG\r\n');
    if (verb === 'SUB') clients.get(socket)?.push({ id, pattern: toPattern(subject) });
    if (verb !== 'PUB') return;
    for (const [client, subscriptions] of clients) {
      for (const { id: sid, pattern } of subscriptions) {
        if (pattern.test(subject)) client.write(`MSG ${subject} ${sid} ${payload.length}\r\n${payload}\r\n`);
      }
    }
  };
  let server = createServer(greet).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  const stop = async () => {
    for (const client of clients.keys()) client.destroy();
    server.close();
    await once(server, 'close');
  };
  closers.push(() => (server.listening ? stop() : Promise.resolve()));
  return {
    port,
    stop,
    async start() {
      server = createServer(greet).listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    subscribers: () => [...clients.values()].filter((subscriptions) => subscriptions.length > 0).length,
  };
}

function toPattern(subject: string): RegExp {
  return new RegExp(`^${subject.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`);
}
