/** Resident memory of the whole server, idle after its start and after it has worked. */
import { execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { startBenchDatabase } from './support/bench-database.ts';
import { createBody, createRequest } from './support/bodies.ts';
import { saturate } from './support/http-load.ts';
import { startProduct } from './support/product.ts';
import { report } from './support/report.ts';

const settleMs = 10_000;
const workSeconds = 10;

export async function run(): Promise<void> {
  const database = await startBenchDatabase();
  try {
    const product = await startProduct(database);
    try {
      await delay(settleMs);
      const idle = readRssMegabytes(product.pid);
      const requests = Array.from({ length: 20_000 }, (_, index) =>
        createRequest(product.number, createBody(product.number, index, 'memory')),
      );
      let at = 0;
      const load = await saturate({
        port: product.port,
        connections: 8,
        seconds: workSeconds,
        nextRequest: () => requests[at++ % requests.length] ?? Buffer.alloc(0),
      });
      await delay(settleMs);
      const afterWork = readRssMegabytes(product.pid);
      await report(
        'memory',
        [
          { name: 'server, idle', value: idle, unit: 'MB', atMost: 150 },
          { name: `server, after ${load.accepted} webhooks`, value: afterWork, unit: 'MB', atMost: 300 },
        ],
        { idle, afterWork, load },
      );
    } finally {
      await product.stop();
    }
  } finally {
    await database.stop();
  }
}

/** As the operating system counts it. */
function readRssMegabytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
