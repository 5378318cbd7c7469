/** One document of 100 MB, in by the API, out to the provider and in from the provider: how fast, and in how much memory. */
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { createSimulatorControl } from '@renkei/simulator';
import * as z from 'zod';
import { sql } from '#platform/database';
import { startBenchDatabase } from './support/bench-database.ts';
import { createBody, createRequest } from './support/bodies.ts';
import { callApi, headersOf } from './support/call-api.ts';
import { saturate } from './support/http-load.ts';
import { type Product, startProduct } from './support/product.ts';
import { report } from './support/report.ts';
import { startChild } from './support/start-child.ts';

const mebibyte = 1024 * 1024;
const documentBytes = 100 * mebibyte;
const accessToken = 'EAAbench';
const wabaId = '391827465500918';

export async function run(): Promise<void> {
  const postgres = await startBenchDatabase();
  const simulator = await startChild('simulator-process.ts', {}, (message) =>
    z.object({ url: z.string() }).parse(message),
  );
  const graphUrl = simulator.ready.url;
  const product = await startProduct(postgres, { provider: { graphUrl, accessToken } });
  try {
    const figures = await measure(product, graphUrl);
    await report(
      'media',
      [
        { name: 'upload by the API', value: figures.uploaded, unit: 'MB/s' },
        { name: 'send to the provider', value: figures.sent, unit: 'MB/s' },
        { name: 'download from the provider', value: figures.downloaded, unit: 'MB/s' },
        { name: 'memory above idle, at most', value: figures.grownBy, unit: 'MB', atMost: 80 },
      ],
      figures,
    );
  } finally {
    await product.stop();
    await simulator.stop();
    await postgres.stop();
  }
}

async function measure(product: Product, graphUrl: string) {
  const { number, database } = product;
  await createSimulatorControl(graphUrl).mergeWorld({
    wabas: [
      { id: wabaId, phoneNumbers: [{ id: number.phoneNumberId, displayPhoneNumber: '+1 202-555-0143' }] },
    ],
    apps: [{ accessToken, secret: number.appSecret }],
    customers: [{ waId: '819011000000' }],
  });
  const conversationId = await openConversation(product);
  // What the first file of a kind loads is loaded then.
  await upload(product, mebibyte, 1);
  await delay(3_000);
  const memory = watchMemory(product.pid);
  const { value: mediaId, rate: uploaded } = await timed(() => upload(product, documentBytes, 2));

  const { rate: sent, value: providerMediaId } = await timed(async () => {
    await callApi(product, `/v1/conversations/${conversationId}/messages`, {
      content: { kind: 'document', mediaId, fileName: 'large.pdf' },
    });
    return until(async () => {
      const rows = await database.inTenant(number.workspaceId, (tx) =>
        tx.query<{ id: string }>(sql`select provider_media_id as id from media_uploads`),
      );
      return rows[0]?.id;
    });
  });

  const { rate: downloaded } = await timed(async () => {
    await deliver(product, documentWebhook(product, providerMediaId));
    await until(async () => {
      const rows = await database.inTenant(number.workspaceId, (tx) =>
        tx.query(sql`select 1 from media where provider_media_id is not null and state = 'stored'`),
      );
      return rows[0];
    });
  });
  return { documentBytes, uploaded, sent, downloaded, ...(await memory.stop()) };
}

async function timed<Value>(work: () => Promise<Value>) {
  const startedAt = performance.now();
  const value = await work();
  return { value, rate: documentBytes / mebibyte / ((performance.now() - startedAt) / 1000) };
}

/** As the operating system counts it, before and at the highest. */
function watchMemory(pid: number) {
  const read = async () => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  };
  const before = read();
  let peak = 0;
  let isRunning = true;
  const watching = (async () => {
    while (isRunning) {
      peak = Math.max(peak, await read());
      await delay(20);
    }
  })();
  return {
    async stop() {
      isRunning = false;
      await watching;
      const idle = await before;
      return { idle, peak, grownBy: peak - idle };
    },
  };
}

/** A PDF as far as anybody looks; `fill` makes it another file than the others. */
function* documentChunks(bytes: number, fill: number): Generator<Buffer> {
  const chunk = Buffer.alloc(64 * 1024, fill);
  yield Buffer.from('%PDF-1.7');
  for (let left = bytes - 8; left > 0; left -= chunk.byteLength) yield chunk.subarray(0, left);
}

async function upload(product: Product, bytes: number, fill: number): Promise<string> {
  const boundary = 'renkei-bench';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="large.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  const tail = `\r\n--${boundary}--\r\n`;
  const call = request({
    ...{ host: '127.0.0.1', port: product.port, method: 'POST', path: '/v1/media?kind=document' },
    headers: {
      ...headersOf(product),
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': head.length + bytes + tail.length,
    },
  });
  const answered = new Promise<Readable>((resolve, reject) => {
    call.once('response', resolve);
    call.once('error', reject);
  });
  const parts = function* () {
    yield Buffer.from(head);
    yield* documentChunks(bytes, fill);
    yield Buffer.from(tail);
  };
  await pipeline(Readable.from(parts()), call);
  const answer = await json(await answered);
  const media = z.object({ id: z.string() }).safeParse(answer);
  if (!media.success) throw new Error(`The upload was refused: ${JSON.stringify(answer)}`);
  return media.data.id;
}

async function openConversation(product: Product): Promise<string> {
  await deliver(product, createBody(product.number, 0, 'media'));
  return until(async () => {
    const rows = await product.database.inTenant(product.number.workspaceId, (tx) =>
      tx.query<{ id: string }>(sql`select id from conversations`),
    );
    return rows[0]?.id;
  });
}

async function deliver(product: Product, body: Buffer): Promise<void> {
  const message = createRequest(product.number, body);
  await saturate({
    ...{ port: product.port, connections: 1, seconds: 0.2 },
    nextRequest: () => message,
  });
}

/** The text of another body, as a document that the provider has. */
function documentWebhook(product: Product, providerMediaId: string): Buffer {
  const text = createBody(product.number, 0, 'document').toString();
  const document = { id: providerMediaId, mime_type: 'application/pdf', filename: 'large.pdf' };
  return Buffer.from(
    text.replace(
      /"type":"text","text":\{[^}]*\}/,
      `"type":"document","document":${JSON.stringify(document)}`,
    ),
  );
}

async function until<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  const endsAt = performance.now() + 120_000;
  while (performance.now() < endsAt) {
    const value = await ask();
    if (value !== undefined) return value;
    await delay(20);
  }
  throw new Error('Nothing happened within two minutes');
}
