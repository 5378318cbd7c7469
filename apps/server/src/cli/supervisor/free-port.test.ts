import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePort } from './free-port.ts';

test('takes the wanted port when it is free, and one after it when it is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : 0;
  const found = await findFreePort(taken, '127.0.0.1');
  expect(found).toBeGreaterThan(taken);
  expect(await findFreePort(taken, '127.0.0.1', new Set([found]))).toBeGreaterThan(found);
  server.close();
  await once(server, 'close');
  expect(await findFreePort(taken, '127.0.0.1')).toBe(taken);
});
