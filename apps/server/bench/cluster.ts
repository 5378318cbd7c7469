/**
 * What a second worker process brings: sends from the queue to the simulator, and stored webhooks into the inbox, by one
 * worker and by two on the same database, and who used the processors meanwhile.
 */
import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '#platform/database';
import { type BenchDatabase, startBenchDatabase } from './support/bench-database.ts';
import { createBody, createRequest } from './support/bodies.ts';
import { busyBetween, readCpuTimes } from './support/cpu-times.ts';
import { saturate } from './support/http-load.ts';
import { report } from './support/report.ts';
import { openSender, type Sender } from './support/sender.ts';
import { masterKey } from './support/sending-world.ts';
import { startSimulatorProcess } from './support/start-simulator.ts';
import { startServerProcess } from './support/worker-process.ts';

const numbers = Array.from({ length: 8 }, () => ({ messagesPerSecond: 1_000 }));
const conversationsPerNumber = 250;
const messagesPerConversation = 3;
/** More than are taken within the seconds. */
const webhooks = 12_000;
const intakeSeconds = 3;
/** Each number of workers so often, in turns, so that a machine that slows down slows both. */
const rounds = 2;
/** The issue's: where the database is not the limit. */
const wantedRatio = 1.6;
/** Of the processors: the load generator's own pauses are in what is left. */
const nearlyAll = 0.85;

export async function run(): Promise<void> {
  const postgres = await startBenchDatabase();
  const simulator = await startSimulatorProcess();
  try {
    const graphUrl = simulator.ready.url;
    const sender = await openSender(postgres, graphUrl, numbers, conversationsPerNumber);
    const ground: Ground = { postgres, graphUrl, sender };
    const figures = await measureAndClose(ground);
    const [sends, pipeline] = [ratioOf(figures.sends), ratioOf(figures.pipeline)];
    console.log(`Sends by 2 workers: ${tellLimit(best(figures.sends, 2))}`);
    console.log(`Webhooks by 2 workers: ${tellLimit(best(figures.pipeline, 2))}`);
    await report(
      'cluster',
      [
        { name: 'sends, 1 worker', value: best(figures.sends, 1).perSecond, unit: '/s' },
        { name: 'sends, 2 workers', value: best(figures.sends, 2).perSecond, unit: '/s' },
        { name: 'sends, 2 workers : 1', value: sends, unit: '×', aim: wantedRatio },
        { name: 'webhooks into the inbox, 1 worker', value: best(figures.pipeline, 1).perSecond, unit: '/s' },
        {
          name: 'webhooks into the inbox, 2 workers',
          value: best(figures.pipeline, 2).perSecond,
          unit: '/s',
        },
        { name: 'webhooks into the inbox, 2 workers : 1', value: pipeline, unit: '×', aim: wantedRatio },
      ],
      figures,
    );
  } finally {
    await simulator.stop();
    await postgres.stop();
  }
}

async function measureAndClose(ground: Ground) {
  try {
    return await measureAll(ground);
  } finally {
    await ground.sender.close();
  }
}

interface Ground {
  readonly postgres: BenchDatabase;
  readonly graphUrl: string;
  readonly sender: Sender;
}

interface Measured {
  readonly workers: number;
  readonly perSecond: number;
  /** Processors kept busy, of those the machine has. */
  readonly busy: Readonly<Record<string, number>>;
}

async function measureAll(ground: Ground) {
  const sends: Measured[] = [];
  const pipeline: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const workers of [1, 2]) {
      sends.push(await measureSends(ground, workers));
      pipeline.push(await measurePipeline(ground, workers, round));
    }
  }
  return { sends, pipeline };
}

async function measureSends(ground: Ground, workers: number): Promise<Measured> {
  const { world, send, database } = ground.sender;
  const ids = world.channels.flatMap(({ conversationIds }) => conversationIds);
  for (let turn = 0; turn < messagesPerConversation; turn += 1) {
    for (let at = 0; at < ids.length; at += 16) await Promise.all(ids.slice(at, at + 16).map(send));
  }
  return work(ground, workers, () => count(database, world.workspaceId, 'outbox'));
}

async function measurePipeline(ground: Ground, workers: number, round: number): Promise<Measured> {
  const { world, database } = ground.sender;
  const api = await startServerProcess(ground.postgres, { ...ground, masterKey, role: 'api' });
  const requests = Array.from({ length: webhooks }, (_, index) => {
    const { phoneNumberId, channelId } = world.channels[index % world.channels.length] ?? {};
    if (phoneNumberId === undefined || channelId === undefined) throw new Error('There is no number');
    const { workspaceId, endpointId } = world;
    const number = { workspaceId, endpointId, phoneNumberId, channelId, appSecret: 'bench' };
    return createRequest(number, createBody(number, index, `cluster${round}x${workers}x`));
  });
  let at = 0;
  const load = await saturate({
    port: api.port ?? 0,
    connections: 16,
    seconds: intakeSeconds,
    nextRequest: () => requests[at++ % requests.length] ?? Buffer.alloc(0),
  });
  await api.stop();
  if (load.refused > 0) throw new Error(`${load.refused} webhooks were refused`);
  return work(ground, workers, () => count(database, world.workspaceId, 'raw_event_jobs'));
}

/** Starts workers on what waits, and gives how fast it went from the first to the last of it. */
async function work(ground: Ground, workers: number, left: () => Promise<number>): Promise<Measured> {
  const before = await left();
  const starting = Array.from({ length: workers }, () =>
    startServerProcess(ground.postgres, { ...ground, masterKey, role: 'worker' }),
  );
  while ((await left()) === before) await delay(5);
  const cpuBefore = await readCpuTimes();
  const startedMs = performance.now();
  while ((await left()) > 0) await delay(10);
  const seconds = (performance.now() - startedMs) / 1_000;
  const busy = busyBetween(cpuBefore, await readCpuTimes(), seconds);
  for (const worker of await Promise.all(starting)) await worker.stop();
  return { workers, perSecond: before / seconds, busy };
}

async function count(database: Database, workspaceId: string, table: 'outbox' | 'raw_event_jobs') {
  const [row] = await database.inTenant(workspaceId, (tx) =>
    tx.query<{ count: string }>({ text: `select count(*) from ${table}`, values: [] }),
  );
  return Number(row?.count);
}

function best(measured: readonly Measured[], workers: number): Measured {
  const some = measured.filter((one) => one.workers === workers);
  const [fastest] = some.toSorted((one, other) => other.perSecond - one.perSecond);
  if (!fastest) throw new Error('Nothing was measured');
  return fastest;
}

/** Processors are the limit when hardly any of them was idle; else it is something that is waited for. */
function tellLimit({ busy }: Measured): string {
  const uses = Object.entries(busy).toSorted(([, one], [, other]) => other - one);
  const sum = uses.reduce((total, [, used]) => total + used, 0);
  const list = uses.map(([use, used]) => `${use} ${used}`).join(', ');
  const processors = availableParallelism();
  const limit = sum >= processors * nearlyAll ? 'the processors' : 'not the processors: commits or locks';
  return `the limit is ${limit}. Busy of ${processors}: ${list}`;
}

const ratioOf = (measured: readonly Measured[]) => best(measured, 2).perSecond / best(measured, 1).perSecond;
