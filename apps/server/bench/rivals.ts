/**
 * The same webhooks at Renkei and at bots built on three public libraries: how many are acknowledged and really stored,
 * how long an answer takes, what is lost when the process is killed, and what is filed wrongly when Meta puts several
 * messages into one body. Each rival runs as its own documentation says, and writes what it is handed to PostgreSQL.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type BenchDatabase, startBenchDatabase } from './support/bench-database.ts';
import { createBenchNumber } from './support/bodies.ts';
import { holdRate, saturate } from './support/http-load.ts';
import { type Product, startProduct } from './support/product.ts';
import { report } from './support/report.ts';
import { type Candidate, rivalNames, startRival } from './support/rival.ts';
import { createSharedBodies, type SharedBodies } from './support/shared-bodies.ts';

const seconds = 8;
const connections = 16;
const calmPerSecond = 50;
const calmSeconds = 6;
const killAfterMs = 3_000;
const crowdedBodies = 200;
const settleWithinMs = 15_000;

/** Not in our lock file: they are only measured, never shipped. Their install scripts do not run. */
const packages = [
  'whatsapp-api-js@6.3.0',
  '@chat-adapter/whatsapp@4.41.1',
  '@chat-adapter/state-memory@4.41.0',
  'chat@4.41.1',
  '@builderbot/bot@1.3.13',
  '@builderbot/provider-meta@1.2.2',
];
const folder = fileURLToPath(new URL('../../../out/bench/rivals/', import.meta.url));

export async function run(): Promise<void> {
  await install();
  const rows = [];
  for (const name of ['renkei', ...rivalNames]) {
    const postgres = await startBenchDatabase();
    try {
      rows.push({ name, ...(await measure(postgres, name)) });
    } finally {
      await postgres.stop();
    }
  }
  console.table(rows);
  const [ours] = rows;
  await report(
    'rivals',
    [
      { name: 'Renkei: lost after kill -9', value: ours?.lostAfterKill ?? Number.NaN, unit: '', atMost: 0 },
      { name: 'Renkei: misfiled or missing', value: ours?.misfiled ?? Number.NaN, unit: '', atMost: 0 },
    ],
    { rows },
  );
}

async function install(): Promise<void> {
  if (existsSync(`${folder}node_modules/@builderbot/provider-meta`)) return;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}package.json`, '{"private":true}\n');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'];
  execFileSync('npm', ['install', ...flags, ...packages], { cwd: folder, stdio: 'inherit' });
}

async function measure(postgres: BenchDatabase, name: string) {
  const number = createBenchNumber();
  const superuser = new pg.Client(postgres.adminConnection);
  superuser.on('error', () => undefined);
  await superuser.connect();
  await superuser.query('create table rival_inbox (text text primary key, sender text not null)');
  await superuser.query('grant all on rival_inbox to public');
  try {
    const candidate = await (name === 'renkei'
      ? startProduct(postgres).then(toCandidate)
      : startRival(name, { number, postgres, folder }));
    const bodies = createSharedBodies(candidate);
    const full = await measureFull(candidate, bodies, superuser);
    const calm = await holdRate({
      port: candidate.port,
      perSecond: calmPerSecond,
      seconds: calmSeconds,
      nextRequest: bodies.next,
    });
    const misfiled = await countMisfiled(candidate, bodies, superuser);
    const lostAfterKill = await countLost(candidate, bodies, superuser);
    return {
      acknowledgedPerSecond: Math.round(full.acknowledged),
      storedPerSecond: Math.round(full.stored),
      p99Ms: Math.round(calm.p99Ms * 10) / 10,
      lostAfterKill,
      misfiled,
    };
  } finally {
    await superuser.end();
  }
}

function toCandidate(product: Product): Candidate {
  const { endpointId, appSecret, phoneNumberId } = product.number;
  return {
    port: product.port,
    path: `/webhooks/cloud-api/${endpointId}`,
    appSecret,
    phoneNumberId,
    stored: `select m.content ->> 'body' as text, c.recipient_phone as sender
             from messages m join conversations c on c.id = m.conversation_id where m.direction = 'inbound'`,
    stop: () => product.stop(),
    killAndStartAgain: () => product.killAndStartAgain().then(toCandidate),
  };
}

/** As many as it takes, and how many of them stand in the database once it has nothing left to write. */
async function measureFull(candidate: Candidate, bodies: SharedBodies, superuser: pg.Client) {
  const startedAt = performance.now();
  const load = await saturate({ port: candidate.port, connections, seconds, nextRequest: bodies.next });
  const { count, lastGrowthAt } = await untilStill(candidate, superuser);
  return { acknowledged: load.perSecond, stored: (count * 1_000) / (lastGrowthAt - startedAt) };
}

async function untilStill(candidate: Candidate, superuser: pg.Client) {
  let count = -1;
  let lastGrowthAt = performance.now();
  const endsAt = performance.now() + settleWithinMs;
  while (performance.now() < endsAt && performance.now() - lastGrowthAt < 1_500) {
    const { rows } = await superuser.query(
      `select count(*)::integer as count from (${candidate.stored}) stored`,
    );
    if (rows[0].count !== count) lastGrowthAt = performance.now();
    count = rows[0].count;
    await delay(100);
  }
  return { count, lastGrowthAt };
}

/** Bodies with two entries of two messages each, of four people: missing ones, and ones under somebody else's name. */
async function countMisfiled(
  candidate: Candidate,
  bodies: SharedBodies,
  superuser: pg.Client,
): Promise<number> {
  const { requests, senders } = bodies.crowded(crowdedBodies);
  let at = 0;
  await holdRate({
    port: candidate.port,
    perSecond: calmPerSecond,
    seconds: crowdedBodies / calmPerSecond,
    nextRequest: () => requests[at++] ?? Buffer.alloc(0),
  });
  await untilStill(candidate, superuser);
  const { rows } = await superuser.query<{ text: string; sender: string }>(candidate.stored);
  const stored = new Map(rows.map(({ text, sender }) => [text, sender]));
  return [...senders].filter(([text, sender]) => stored.get(text) !== sender).length;
}

/** Acknowledged before `kill -9`, and not in the database when the process has started again and is still. */
async function countLost(candidate: Candidate, bodies: SharedBodies, superuser: pg.Client): Promise<number> {
  const acknowledged = new Set<string>();
  const load = bodies.sendUntilRefused(candidate.port, connections, (text) => acknowledged.add(text));
  await delay(killAfterMs);
  const again = await candidate.killAndStartAgain();
  await load;
  await untilStill(again, superuser);
  const { rows } = await superuser.query<{ text: string }>(again.stored);
  await again.stop();
  const stored = new Set(rows.map(({ text }) => text));
  return [...acknowledged].filter((text) => !stored.has(text)).length;
}
