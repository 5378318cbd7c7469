import { createServer, type ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { createDispatcher } from './dispatcher.ts';
import { exchange } from './exchange.ts';

it('keeps no call of a fast number waiting for another: 1,000 a second answered after a second', async () => {
  const open: ServerResponse[] = [];
  const calls = 1_000;
  const server = createServer((_request, response) => {
    open.push(response);
    // Nobody is answered before all are there.
    if (open.length === calls) for (const each of open) each.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', calls, resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const dispatcher = createDispatcher();
  const request = {
    origin: `http://127.0.0.1:${port}`,
    path: '/',
    headers: {},
    body: '{}',
    timeoutMs: 15_000,
  };
  const ended = await Promise.all(
    Array.from({ length: calls }, () => exchange(dispatcher, { ...request, method: 'POST' })),
  );
  expect(ended.filter((one) => one.ended !== 'answered')).toEqual([]);
  await dispatcher.destroy();
  await new Promise((resolve) => server.close(resolve));
});
