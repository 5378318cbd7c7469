/** Resident memory of the whole server: idle after its start, after it has worked, and at its very first start. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startBenchDatabase } from './support/bench-database.ts';
import { createBody, createRequest } from './support/bodies.ts';
import { saturate } from './support/http-load.ts';
import { type Product, startProduct } from './support/product.ts';
import { report } from './support/report.ts';

const settleMs = 6_000;
const workSeconds = 15;

export async function run(): Promise<void> {
  const compiledIn = await mkdtemp(join(tmpdir(), 'renkei-bench-compiled-'));
  try {
    // What the engine made of the sources is kept then, and what made it is never loaded again.
    const firstStart = await withProduct(compiledIn, readIdle);
    const { idle, load, afterWork } = await withProduct(compiledIn, work);
    await report(
      'memory',
      [
        { name: 'server, idle', value: idle, unit: 'MB', atMost: 150 },
        { name: `server, after ${load.accepted} webhooks`, value: afterWork, unit: 'MB', atMost: 300 },
        { name: 'server, idle, first start of an installation', value: firstStart, unit: 'MB' },
      ],
      { idle, afterWork, firstStart, load },
    );
  } finally {
    await rm(compiledIn, { recursive: true, force: true });
  }
}

async function withProduct<Result>(
  compiledIn: string,
  use: (product: Product) => Promise<Result>,
): Promise<Result> {
  const database = await startBenchDatabase();
  try {
    const product = await startProduct(database, { compiledIn });
    try {
      return await use(product);
    } finally {
      await product.stop();
    }
  } finally {
    await database.stop();
  }
}

async function readIdle({ pid }: Product): Promise<number> {
  await delay(settleMs);
  return readRssMegabytes(pid);
}

async function work(product: Product) {
  const idle = await readIdle(product);
  const requests = Array.from({ length: 40_000 }, (_, index) =>
    createRequest(product.number, createBody(product.number, index, 'memory')),
  );
  let at = 0;
  const load = await saturate({
    port: product.port,
    connections: 8,
    seconds: workSeconds,
    nextRequest: () => requests[at++ % requests.length] ?? Buffer.alloc(0),
  });
  return { idle, load, afterWork: await readIdle(product) };
}

/** As the operating system counts it. */
function readRssMegabytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
