/**
 * The whole way in, on the whole server: signed webhooks until their messages stand in the inbox, and at a calm rate
 * until the browser has been told.
 */
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { sql } from '#platform/database';
import { openEventSource } from '../test/event-source.ts';
import { startBenchDatabase } from './support/bench-database.ts';
import { createBody, createRequest } from './support/bodies.ts';
import { holdRate, type LoadResult, saturate } from './support/http-load.ts';
import { type Product, startProduct } from './support/product.ts';
import { report } from './support/report.ts';

const sustainedSeconds = 12;
/** Enough that the intake is never what holds the workers up. */
const sustainedConnections = 32;
const calmPerSecond = 100;
const calmSeconds = 15;
const visibleWithinMs = 60_000;

export async function run(): Promise<void> {
  const database = await startBenchDatabase();
  try {
    const product = await startProduct(database);
    try {
      const calm = await measureCalm(product);
      const sustained = await measureSustained(product);
      await report(
        'pipeline',
        [
          { name: 'messages in the inbox', value: sustained.perSecond, unit: '/s', atLeast: 1_500 },
          {
            name: `webhook to browser, p95 at ${calmPerSecond}/s`,
            value: calm.p95Ms,
            unit: 'ms',
            atMost: 250,
          },
          { name: 'acknowledged and not in the inbox', value: sustained.missing, unit: '', atMost: 0 },
        ],
        { calm, sustained },
      );
    } finally {
      await product.stop();
    }
  } finally {
    await database.stop();
  }
}

const createdSchema = z.object({ type: z.literal('message.created'), messageId: z.string() });

/** From the moment a webhook leaves to the moment its event has arrived over server-sent events. */
async function measureCalm(product: Product) {
  const leftAt = new Map<string, number>();
  const arrivedAt = new Map<string, number>();
  const source = await openEventSource(`http://127.0.0.1:${product.port}`, {
    cookie: product.cookie,
    onEvent: async ({ data }) => {
      const event = createdSchema.safeParse(data);
      if (event.success) arrivedAt.set(event.data.messageId, performance.now());
    },
  });
  const total = calmPerSecond * calmSeconds;
  const requests = requestsOf(product, 'calm', total);
  let at = 0;
  const load = await holdRate({
    port: product.port,
    perSecond: calmPerSecond,
    seconds: calmSeconds,
    nextRequest: () => {
      const request = requests[at] ?? Buffer.alloc(0);
      leftAt.set(`wamid.calm${String(at).padStart(12, '0')}`, performance.now());
      at += 1;
      return request;
    },
  });
  await waitUntil(() => Promise.resolve(arrivedAt.size >= total));
  await source.close();
  const rows = await product.database.inTenant(product.number.workspaceId, (tx) =>
    tx.query<{ id: string; provider_message_id: string }>(sql`select id, provider_message_id from messages`),
  );
  const latencies = rows
    .flatMap((row) => {
      const left = leftAt.get(row.provider_message_id);
      const arrived = arrivedAt.get(row.id);
      return left === undefined || arrived === undefined ? [] : [arrived - left];
    })
    .sort((one, other) => one - other);
  const share = (part: number) => latencies[Math.floor(latencies.length * part)] ?? Number.POSITIVE_INFINITY;
  return {
    webhooks: total,
    told: latencies.length,
    p50Ms: share(0.5),
    p95Ms: share(0.95),
    p99Ms: share(0.99),
    load,
  };
}

/** The time counts until the last message is there, not until the last webhook is answered. */
async function measureSustained(product: Product) {
  const requests = requestsOf(product, 'sustained', 60_000);
  const before = await countInbox(product);
  let at = 0;
  const started = performance.now();
  const load: LoadResult = await saturate({
    port: product.port,
    connections: sustainedConnections,
    seconds: sustainedSeconds,
    nextRequest: () => requests[at++ % requests.length] ?? Buffer.alloc(0),
  });
  const answeredMs = performance.now() - started;
  const wanted = before + Math.min(load.accepted, requests.length);
  await waitUntil(async () => (await countInbox(product)) >= wanted);
  const visibleMs = performance.now() - started;
  const visible = (await countInbox(product)) - before;
  const missing = wanted - before - visible;
  return { load, answeredMs, visibleMs, visible, missing, perSecond: (visible * 1000) / visibleMs };
}

function requestsOf({ number }: Product, run: string, count: number): readonly Buffer[] {
  return Array.from({ length: count }, (_, index) => createRequest(number, createBody(number, index, run)));
}

/** Every message here is unread, so the inbox's own counts are the number of messages in it. */
async function countInbox({ database, number }: Product): Promise<number> {
  const [row] = await database.inTenant(number.workspaceId, (tx) =>
    tx.query<{ count: string }>(sql`select coalesce(sum(unread_count), 0) as count from inbox_conversations`),
  );
  return Number(row?.count);
}

async function waitUntil(done: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + visibleWithinMs;
  while (!(await done()) && performance.now() < deadline) await delay(50);
}
