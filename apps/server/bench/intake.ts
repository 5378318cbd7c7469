/**
 * Webhook intake: signed 1.2 kB bodies, committed before 200, against a bare node:http "hello" and against single-row
 * inserts into the same database, in turns in one run. Ratios are what counts; the machine decides the rest.
 */
import pg from 'pg';
import * as z from 'zod';
import { type BenchDatabase, startBenchDatabase } from './support/bench-database.ts';
import {
  type BenchNumber,
  createBenchNumber,
  createBody,
  createRequest,
  helloRequest,
} from './support/bodies.ts';
import { holdRate, type LoadResult, median, saturate } from './support/http-load.ts';
import { report } from './support/report.ts';
import { insertSingleRows, singleRowTable } from './support/single-row-insert.ts';
import { startChild } from './support/start-child.ts';

const connections = 64;
/** As many as the embedded server lets in beside the product. */
const insertClients = 48;
const seconds = 1.5;
const rounds = 7;
/** The engine compiles a request's way in bits and pieces; a server that has run for a minute is what is measured. */
const warmUpSeconds = 6;
const openLoopPerSecond = 1_000;
const openLoopSeconds = 5;

const readySchema = z.object({ webhookPort: z.number(), helloPort: z.number() });

export async function run(): Promise<void> {
  const database = await startBenchDatabase();
  try {
    const number = createBenchNumber();
    await withOwner(database, (client) => client.query(singleRowTable));
    const child = await startChild(
      'intake-server.ts',
      { connection: database.ownerConnection, number },
      readySchema.parse,
    );
    try {
      await measure(database, number, child.ready);
    } finally {
      await child.stop();
    }
  } finally {
    await database.stop();
  }
}

async function measure(database: BenchDatabase, number: BenchNumber, ports: z.infer<typeof readySchema>) {
  const bodies = Array.from({ length: 4_000 }, (_, index) => createBody(number, index, 'intake'));
  const requests = bodies.map((body) => createRequest(number, body));
  let at = 0;
  const nextRequest = () => requests[at++ % requests.length] ?? helloRequest;
  const { webhookPort: port, helloPort } = ports;
  const sayHello = () => saturate({ port: helloPort, connections, seconds, nextRequest: () => helloRequest });
  const hello: number[] = [];
  const intake: LoadResult[] = [];
  const inserts: number[] = [];
  await sayHello();
  let { accepted } = await saturate({ port, connections, seconds: warmUpSeconds, nextRequest });
  for (let round = 0; round < rounds; round += 1) {
    const bare = await sayHello();
    const webhooks = await saturate({ port, connections, seconds, nextRequest });
    const single = await insertSingleRows({
      connection: database.ownerConnection,
      clients: insertClients,
      seconds,
      bodies,
    });
    accepted += webhooks.accepted;
    hello.push(bare.perSecond);
    intake.push(webhooks);
    inserts.push(single);
  }
  const openLoops: LoadResult[] = [];
  for (let round = 0; round < 3; round += 1) {
    openLoops.push(
      await holdRate({ port, perSecond: openLoopPerSecond, seconds: openLoopSeconds, nextRequest }),
    );
  }
  accepted += openLoops.reduce((sum, result) => sum + result.accepted, 0);
  const stored = await withOwner(database, async (client) => {
    await client.query(`set renkei.scope = 'system'`);
    // The planner may ask for it, once it has statistics of the table.
    await client.query(`set renkei.workspace_id = '${number.workspaceId}'`);
    const { rows } = await client.query<{ count: string }>('select count(*) from raw_events');
    return Number(rows[0]?.count);
  });
  const perSecond = median(intake.map((result) => result.perSecond));
  // Within a round, because what else the machine does changes from one to the next.
  const ratioTo = (others: readonly number[]) =>
    median(intake.map((result, round) => result.perSecond / (others[round] ?? Number.NaN)));
  await report(
    'intake',
    [
      { name: 'of node:http hello', value: ratioTo(hello), unit: '×', atLeast: 0.25, aim: 0.35 },
      { name: 'of single-row inserts', value: ratioTo(inserts), unit: '×', atLeast: 0.75, aim: 1 },
      {
        name: `p99 at ${openLoopPerSecond}/s`,
        value: median(openLoops.map((result) => result.p99Ms)),
        unit: 'ms',
        atMost: 50,
        aim: 20,
      },
      { name: 'acknowledged and not stored', value: Math.max(0, accepted - stored), unit: '', atMost: 0 },
      {
        name: 'refused',
        value: [...intake, ...openLoops].reduce((sum, result) => sum + result.refused, 0),
        unit: '',
        atMost: 0,
      },
    ],
    { perSecond, hello, intake, inserts, openLoops, accepted, stored },
  );
}

async function withOwner<Result>(database: BenchDatabase, use: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client(database.ownerConnection);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
