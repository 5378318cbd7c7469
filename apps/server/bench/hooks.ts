/** Events told to one address, signed, each written down as told: how many a second, beside a client that only asks. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';
import * as z from 'zod';
import { sql } from '#platform/database';
import { startBenchDatabase } from './support/bench-database.ts';
import { callApi } from './support/call-api.ts';
import { type Product, startProduct } from './support/product.ts';
import { report } from './support/report.ts';

const count = 10_000;

export async function run(): Promise<void> {
  const postgres = await startBenchDatabase();
  const receiver = await startReceiver();
  const barePerSecond = await askOnly(receiver);
  const product = await startProduct(postgres, { environment: { HOOKS_ALLOW: '127.0.0.0/8' } });
  try {
    const hookId = await createHook(product, receiver.url);
    const before = receiver.taken();
    await queue(product, hookId);
    const startedAt = performance.now();
    while (receiver.taken() < before + count) await delay(20);
    const perSecond = rateSince(startedAt);
    await report(
      'hooks',
      [
        { name: 'events told to one address', value: perSecond, unit: '/s' },
        { name: 'of what a client manages that only asks', value: perSecond / barePerSecond, unit: '' },
      ],
      { count, perSecond, barePerSecond },
    );
  } finally {
    await product.stop();
    receiver.close();
    await postgres.stop();
  }
}

async function startReceiver() {
  let taken = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      taken += 1;
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    taken: () => taken,
    close: () => void server.close(),
  };
}

async function createHook(product: Product, url: string): Promise<string> {
  const made = await callApi(product, '/v1/hooks', { url, eventTypes: ['message.updated'] });
  return z.object({ hook: z.object({ id: z.string() }) }).parse(made).hook.id;
}

const payload = JSON.stringify({ type: 'message.updated', data: { text: 'x'.repeat(800) } });

/** All at once, as a campaign would leave them. */
async function queue({ database, number: { workspaceId } }: Product, hookId: string): Promise<void> {
  await database.inTenant(workspaceId, async (tx) => {
    await tx.execute(sql`
      insert into hook_deliveries (workspace_id, hook_id, event_id, event_type, occurred_at, payload, state, next_at)
      select ${workspaceId}, ${hookId}, gen_random_uuid(), 'message.updated', now(), ${payload}::jsonb, 'pending', now()
      from generate_series(1, ${count}::integer)`);
    tx.wake('hooks');
  });
}

/** The same bytes from a client that signs nothing and writes nothing down, as many at a time as a hook gets at most. */
async function askOnly({ url }: { readonly url: string }): Promise<number> {
  const client = new Pool(new URL(url).origin, { connections: 32 });
  let left = count;
  const startedAt = performance.now();
  const ask = async () => {
    while (left-- > 0) {
      const answer = await client.request({ method: 'POST', path: '/hook', body: payload });
      await answer.body.dump();
    }
  };
  await Promise.all(Array.from({ length: 32 }, ask));
  const perSecond = rateSince(startedAt);
  await client.close();
  return perSecond;
}

function rateSince(startedAt: number): number {
  return count / ((performance.now() - startedAt) / 1_000);
}
