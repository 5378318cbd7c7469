import { once } from 'node:events';
import { createServer, connect as dial, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTcpProxy, type TcpProxy } from './tcp-proxy.ts';

/** Answers whatever it hears with the same words, but says nothing to `secret`. */
let echo: ReturnType<typeof createServer>;
let proxy: TcpProxy;
let secretHeard: PromiseWithResolvers<void>;

beforeEach(async () => {
  secretHeard = Promise.withResolvers();
  echo = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (words) => {
      if (String(words) === 'secret') secretHeard.resolve();
      else socket.write(words);
    });
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

function call(): Socket {
  const socket = dial(proxy.port, '127.0.0.1');
  socket.on('error', () => socket.destroy());
  return socket;
}

const end = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

async function ask(socket: Socket, words: string): Promise<string> {
  socket.write(words);
  return new Promise((resolve) => socket.once('data', (answer) => resolve(String(answer))));
}

test('carries what is said, both ways', async () => {
  const socket = call();
  expect(await ask(socket, 'hello')).toBe('hello');
  socket.destroy();
});

test('a cut ends the connections there are and says how many waited for an answer', async () => {
  const [quiet, asking] = [call(), call()];
  await ask(quiet, 'all is said');
  asking.write('secret');
  await secretHeard.promise;
  const ended = [end(quiet), end(asking)];
  expect(proxy.cut()).toBe(1);
  await Promise.all(ended);
});

test('a stalled line takes everything and gives nothing, and is ended when the network is well again', async () => {
  const socket = call();
  await ask(socket, 'hello');
  proxy.stall();
  let heard = false;
  socket.on('data', () => (heard = true));
  const ended = end(socket);
  socket.write('lost');
  // Read by the proxy at some turn of the loop: only then is there something to end.
  while (proxy.heal() === 0) {
    proxy.stall();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await ended;
  expect(heard).toBe(false);
  const again = call();
  expect(await ask(again, 'again')).toBe('again');
  again.destroy();
});

test('a refusing proxy lets nobody in until it is healed', async () => {
  proxy.refuse();
  await end(call());
  proxy.heal();
  const socket = call();
  expect(await ask(socket, 'in')).toBe('in');
  socket.destroy();
});
