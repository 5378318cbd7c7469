import { once } from 'node:events';
import { createServer, connect as dial, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTcpProxy, type TcpProxy } from './tcp-proxy.ts';

let echo: ReturnType<typeof createServer>;
let proxy: TcpProxy;

beforeEach(async () => {
  echo = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  const address = echo.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  proxy = await openTcpProxy(() => ({ port }));
});
afterEach(async () => {
  await proxy.close();
  echo.close();
});

async function open(): Promise<Socket> {
  const socket = dial(proxy.port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

async function ask(socket: Socket, words: string): Promise<string> {
  socket.write(words);
  const [answer] = await once(socket, 'data');
  return String(answer);
}

test('carries what is said, both ways', async () => {
  const socket = await open();
  expect(await ask(socket, 'hello')).toBe('hello');
  socket.end();
});

test('a cut ends the connections there are and says how many waited for an answer', async () => {
  const [quiet, asking] = [await open(), await open()];
  await ask(quiet, 'all is said');
  proxy.delay(10_000);
  asking.write('and then?');
  // Only when the proxy has read it is somebody waiting.
  await ask(await openAfter(quiet), 'x').catch(() => undefined);
  const closed = [once(quiet, 'close'), once(asking, 'close')];
  expect(proxy.cut()).toBe(1);
  await Promise.all(closed);
});

test('a stalled line takes everything and gives nothing, and is ended when the network is well again', async () => {
  const socket = await open();
  proxy.stall();
  socket.write('lost');
  let heard = false;
  socket.on('data', () => (heard = true));
  const closed = once(socket, 'close');
  while (proxy.heal() === 0) {
    proxy.stall();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await closed;
  expect(heard).toBe(false);
  expect(await ask(await open(), 'again')).toBe('again');
});

test('a refusing proxy lets nobody in until it is healed', async () => {
  proxy.refuse();
  const refused = dial(proxy.port, '127.0.0.1');
  refused.on('error', () => undefined);
  await once(refused, 'close');
  proxy.heal();
  expect(await ask(await open(), 'in')).toBe('in');
});

/** A turn of the loop on a line that is not delayed: what was written before has been read. */
async function openAfter(socket: Socket): Promise<Socket> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return socket.destroyed ? await open() : Promise.reject(new Error('still open'));
}
