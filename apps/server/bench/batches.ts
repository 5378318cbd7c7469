/** A batch of 100,000 messages in one call, to people nobody has written to before. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import * as z from 'zod';
import { sql } from '#platform/database';
import { startBenchDatabase } from './support/bench-database.ts';
import { type Product, startProduct } from './support/product.ts';
import { report } from './support/report.ts';

const lines = 100_000;
const template = { name: 'bench_notice', language: 'en' };

const createdSchema = z.object({
  accepted: z.number(),
  refusals: z.array(z.object({ lines: z.array(z.number()) })),
  batch: z.object({ counts: z.record(z.string(), z.number()) }),
});

export async function run(): Promise<void> {
  const postgres = await startBenchDatabase();
  try {
    const product = await startProduct(postgres);
    try {
      await insertTemplate(product);
      const before = readRssMegabytes(product.pid);
      const { seconds, accepted, stored } = await sendBatch(product);
      const grown = readRssMegabytes(product.pid) - before;
      await report(
        'batches',
        [
          { name: 'lines queued', value: accepted / seconds, unit: '/s' },
          { name: 'lines not queued', value: lines - stored, unit: '', atMost: 0 },
          { name: 'resident memory grown by', value: grown, unit: 'MB', atMost: 150 },
        ],
        { lines, seconds, accepted, stored, grown },
      );
    } finally {
      await product.stop();
    }
  } finally {
    await postgres.stop();
  }
}

async function sendBatch({ port, cookie, number }: Product) {
  // An hour ahead: what is measured is queueing, and nothing is sent.
  const sendAt = new Date(Date.now() + 3_600_000).toISOString();
  const content = { kind: 'template', ...template, bodyParameters: [], buttons: [] };
  const body = Readable.from(
    (function* () {
      for (let index = 0; index < lines; index += 1) {
        const to = `+8190${10_000_000 + index}`;
        yield Buffer.from(`${JSON.stringify({ to, content, sendAt })}\n`);
      }
    })(),
  );
  const startedAt = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/v1/message-batches?channelId=${number.channelId}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-ndjson',
      'idempotency-key': 'bench',
      'x-renkei-csrf': '1',
      cookie: `renkei_session=${cookie}`,
    },
    body: Readable.toWeb(body),
    duplex: 'half',
  });
  if (answer.status !== 202)
    throw new Error(`the batch was answered ${answer.status}: ${await answer.text()}`);
  const { accepted, batch } = createdSchema.parse(await answer.json());
  return { seconds: (performance.now() - startedAt) / 1_000, accepted, stored: batch.counts['queued'] ?? 0 };
}

async function insertTemplate({ database, number }: Product): Promise<void> {
  const components = JSON.stringify([{ type: 'BODY', text: 'Your order has left.' }]);
  await database.inTenant(number.workspaceId, (tx) =>
    tx.execute(sql`
      insert into templates (workspace_id, id, waba_id, provider_template_id, name, language, category, status,
        parameter_format, components, synced_at)
      values (${number.workspaceId}, ${randomUUID()}, '391827465500918', '1', ${template.name}, ${template.language},
        'UTILITY', 'APPROVED', 'POSITIONAL', ${components}, now())`),
  );
}

/** As the operating system counts it. */
function readRssMegabytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
