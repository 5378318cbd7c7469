/**
 * What one core of the simulator accepts, and what it then holds in memory.
 *
 *   node apps/simulator/bench/sends.ts [--sends 100000] [--connections 32] [--memory] [--no-webhooks]
 *
 * The simulator is a process of its own (on one core where `taskset` is there); the load and the receiver of its webhooks
 * run in this one. Prints one line of JSON: sends per second, resident memory before, half-way and after, in MB.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createSimulatorControl } from '../src/control/client.ts';
import { portOf } from '../src/testing/port-of.ts';

const { values } = parseArgs({
  options: {
    sends: { type: 'string', default: '100000' },
    connections: { type: 'string', default: '32' },
    customers: { type: 'string', default: '5000' },
    memory: { type: 'boolean', default: false },
    'no-webhooks': { type: 'boolean', default: false },
  },
});
const sendCount = Number(values.sends);
const connections = Number(values.connections);
const customerCount = Number(values.customers);

const receiver = createServer((request, response) => {
  request.resume();
  request.once('end', () => response.writeHead(200).end());
}).listen(0, '127.0.0.1');
await once(receiver, 'listening');

const dataDir = mkdtempSync(join(tmpdir(), 'renkei-simulator-bench-'));
const child = startSimulator();
const url = await readUrl(child);
const control = createSimulatorControl(url);
const accessToken = 'EAAbench';
await control.setSettings({
  rates: { numberPerSecond: 1_000_000, pairIntervalMs: 1, pairBurst: 1_000_000 },
  freeServiceMessages: 1,
});
const waIds = Array.from({ length: customerCount }, (_, index) => String(81_900_000_0000 + index));
const world = await control.mergeWorld({
  wabas: [{ name: 'Bench', phoneNumbers: [{ displayPhoneNumber: '+81 3-5550-0100' }] }],
  apps: [
    {
      secret: 'bench',
      accessToken,
      verifyToken: 'bench',
      ...(values['no-webhooks'] ? {} : { callbackUrl: `http://127.0.0.1:${portOf(receiver)}/` }),
    },
  ],
  customers: waIds.map((waId) => ({ waId, name: waId })),
});
const phoneNumberId = world.wabas[0]?.phoneNumbers[0]?.id ?? '';
await control.sendInbound(
  waIds.map((waId) => ({ phoneNumberId, waId, type: 'text', text: { body: 'Hello' } })),
  1000,
);
await control.settle(60_000);

const before = residentMegabytes(child);
let half = before;
let sent = 0;
const startedAt = performance.now();
await Promise.all(Array.from({ length: connections }, sendInTurn));
const seconds = (performance.now() - startedAt) / 1000;
await control.settle(600_000);
const settledSeconds = (performance.now() - startedAt) / 1000;
const after = residentMegabytes(child);
const { total } = await control.listSends(0, 1);
console.log(
  JSON.stringify({
    sends: total,
    perSecond: Math.round(sendCount / seconds),
    perSecondSettled: Math.round(sendCount / settledSeconds),
    residentMegabytes: { before, half, after },
  }),
);
child.kill('SIGTERM');
await once(child, 'exit');
receiver.close();
receiver.closeAllConnections();
rmSync(dataDir, { recursive: true, force: true });

async function sendInTurn(): Promise<void> {
  while (sent < sendCount) {
    const index = sent;
    sent += 1;
    if (index === Math.floor(sendCount / 2)) half = residentMegabytes(child);
    const response = await fetch(`${url}/v25.0/${phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        messaging_product: 'whatsapp',
        to: `+${waIds[index % customerCount]}`,
        type: 'text',
        text: { body: 'ご注文の品を発送しました。' },
        biz_opaque_callback_data: `send:${index}`,
      }),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  }
}

function startSimulator(): ChildProcess {
  const cli = join(import.meta.dirname, '../src/cli.ts');
  // As `renkei start` and `renkei simulator` run it.
  const memory = ['--max-semi-space-size=8', '--max-old-space-size=512'];
  const args = [
    ...memory,
    cli,
    '--port',
    '0',
    '--seed',
    '7',
    ...(values.memory ? [] : ['--data-dir', dataDir]),
  ];
  const isPinned = spawnSync('taskset', ['--version']).status === 0;
  return isPinned
    ? spawn('taskset', ['-c', '0', process.execPath, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    : spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function readUrl({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The simulator has no output');
  for await (const line of createInterface({ input: stdout })) {
    const found = /Simulator: (\S+)/.exec(line)?.[1];
    if (found) return found;
  }
  throw new Error('The simulator ended before it listened');
}

/** Linux only; 0 elsewhere. */
function residentMegabytes({ pid }: ChildProcess): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return Math.round((pages * 4096) / 1_000_000);
  } catch {
    return 0;
  }
}
