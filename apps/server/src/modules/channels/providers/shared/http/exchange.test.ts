import { createServer, type Server, type Socket } from 'node:net';
import { Agent } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSendOutcome } from '../../cloud-api/send-outcome.ts';
import { exchange } from './exchange.ts';

/** A server that does with each connection what the test says; nothing of HTTP is done for it. */
let server: Server;
let origin: string;
let agent: Agent;
let onConnection: (socket: Socket) => void;
let requests: number;

beforeEach(async () => {
  requests = 0;
  agent = new Agent({ allowH2: false, pipelining: 1, connect: { timeout: 500 } });
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      requests += bytes.toString().split('POST ').length - 1;
    });
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterEach(async () => {
  await agent.destroy();
  await new Promise((resolve) => server.close(resolve));
});

function post(to = origin, timeoutMs = 1_000) {
  const request = {
    origin: to,
    path: '/v25.0/1/messages',
    method: 'POST',
    headers: {},
    body: '{}',
    timeoutMs,
  };
  return exchange(agent, { ...request, method: 'POST' });
}

/** Answers each request with these bytes. */
function answering(answer: string, end = false) {
  onConnection = (socket) => {
    socket.on('data', () => (end ? socket.end(answer) : socket.write(answer)));
  };
}

const json = (status: string, body: unknown) => {
  const text = JSON.stringify(body);
  return `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`;
};
const refusal = (code: number) => ({
  error: { message: 'no', type: 'OAuthException', code, fbtrace_id: 'A' },
});
const acceptance = { messaging_product: 'whatsapp', contacts: [], messages: [{ id: 'wamid.A' }] };

describe('nothing was sent', () => {
  it('when the connection is refused', async () => {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const address = free.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await new Promise((resolve) => free.close(resolve));
    const outcome = readSendOutcome(await post(`http://127.0.0.1:${port}`));
    expect(outcome).toMatchObject({ outcome: 'not_sent', reason: 'unreachable' });
  });

  it('when the name has no address', async () => {
    const outcome = readSendOutcome(await post('http://graph.invalid', 4_000));
    expect(outcome).toMatchObject({ outcome: 'not_sent', reason: 'unreachable' });
  });

  it('when TLS cannot be agreed on', async () => {
    onConnection = (socket) => socket.end('this is not TLS');
    const outcome = readSendOutcome(await post(origin.replace('http:', 'https:')));
    expect(outcome).toMatchObject({ outcome: 'not_sent' });
    expect(requests).toBe(0);
  });

  it('when its turn did not come in time, and not a moment later either', async () => {
    const narrow = new Agent({ allowH2: false, pipelining: 1, connections: 1 });
    const sockets: Socket[] = [];
    onConnection = (socket) => sockets.push(socket);
    const call = (timeoutMs: number) =>
      exchange(narrow, { origin, path: '/', method: 'POST', headers: {}, body: '{}', timeoutMs });
    try {
      const first = call(5_000);
      expect(readSendOutcome(await call(100))).toMatchObject({ outcome: 'not_sent' });
      const third = call(5_000);
      expect(requests).toBe(1);
      onConnection = (socket) => {
        socket.on('data', () => socket.write(json('200 OK', acceptance)));
      };
      sockets[0]?.write(json('200 OK', acceptance));
      expect(await first).toMatchObject({ ended: 'answered' });
      for (const socket of sockets) socket.on('data', () => socket.write(json('200 OK', acceptance)));
      expect(await third).toMatchObject({ ended: 'answered' });
      // The first and the third; the one in between was told not to have been sent.
      expect(requests).toBe(2);
    } finally {
      await narrow.destroy();
    }
  });
});

describe('nobody knows', () => {
  it('when the connection breaks after the request', async () => {
    onConnection = (socket) => socket.on('data', () => socket.destroy());
    expect(readSendOutcome(await post())).toMatchObject({ outcome: 'unsure' });
    expect(requests).toBe(1);
  });

  it('when the answer breaks off in its middle', async () => {
    answering('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"messages":[{"id":"wamid.A"', true);
    expect(readSendOutcome(await post())).toMatchObject({ outcome: 'unsure' });
  });

  it('when no answer comes in time', async () => {
    onConnection = () => undefined;
    expect(readSendOutcome(await post(origin, 200))).toMatchObject({ outcome: 'unsure' });
    expect(requests).toBe(1);
  });

  it('when an idle connection is closed just as it is used again, and nothing is repeated', async () => {
    let answered = 0;
    onConnection = (socket) =>
      socket.on('data', () => {
        answered += 1;
        if (answered === 1) socket.write(json('200 OK', acceptance));
        else socket.destroy();
      });
    expect(readSendOutcome(await post())).toMatchObject({ outcome: 'accepted' });
    expect(readSendOutcome(await post())).toMatchObject({ outcome: 'unsure' });
    expect(requests).toBe(2);
  });

  it.each([
    ['502 Bad Gateway', '<html>bad gateway</html>'],
    ['500 Internal Server Error', 'oops'],
    ['404 Not Found', '<html></html>'],
    ['200 OK', '<html>welcome</html>'],
    ['200 OK', '{"messages":[]}'],
    ['302 Found', ''],
  ])('when %s is no answer of Graph', async (status, body) => {
    answering(`HTTP/1.1 ${status}\r\nlocation: /elsewhere\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    expect(readSendOutcome(await post())).toMatchObject({ outcome: 'unsure' });
    expect(requests).toBe(1);
  });
});

describe('Graph has answered', () => {
  it('with the id of the accepted message', async () => {
    answering(json('200 OK', acceptance));
    expect(readSendOutcome(await post())).toEqual({ outcome: 'accepted', providerMessageId: 'wamid.A' });
  });

  it('with a redirect, which is an answer like any other and never followed', async () => {
    answering(
      `HTTP/1.1 307 Temporary Redirect\r\nlocation: ${origin}/elsewhere\r\ncontent-length: 0\r\n\r\n`,
    );
    expect(await post()).toMatchObject({ ended: 'answered', status: 307 });
    expect(requests).toBe(1);
  });

  it.each([
    ['400 Bad Request', 130429, 'hold_number'],
    ['429 Too Many Requests', 130429, 'hold_number'],
    ['400 Bad Request', 131056, 'hold_pair'],
    ['500 Internal Server Error', 131016, 'retry'],
    ['200 OK', 131016, 'retry'],
    ['401 Unauthorized', 190, 'hold_channel'],
    ['400 Bad Request', 131009, 'fix'],
    ['403 Forbidden', 999_999, 'fix'],
  ])('%s with code %i: the code decides, not the status', async (status, code, action) => {
    answering(json(status, refusal(code)));
    expect(readSendOutcome(await post())).toMatchObject({ outcome: 'rejected', refusal: { code, action } });
  });
});
