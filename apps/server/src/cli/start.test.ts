import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readProcess } from '#platform/embedded-postgres';
import { waitFor } from '../../test/wait-for.ts';
import { findLockHolder, type LockContent } from './supervisor/data-folder-lock.ts';

const program = join(import.meta.dirname, 'renkei.ts');

let dataDir: string;
/** Holds the port that every start below asks for. */
let squatter: Server;
let takenPort: number;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'renkei start '));
  await chmod(dataDir, 0o711);
  squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const address = squatter.address();
  takenPort = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(async () => {
  squatter.close();
  await rm(dataDir, { recursive: true, force: true });
});

interface Start {
  readonly child: ChildProcess;
  readonly output: () => string;
}

function start(): Start {
  const child = spawn(process.execPath, [program, 'start', '--port', String(takenPort)], {
    env: { ...process.env, DATA_DIR: dataDir, SIMULATOR_PORT: String(takenPort), LANG: 'C', NODE_ENV: '' },
    // With a channel, as the bootstrap script starts it.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  child.stdout?.on('data', (chunk) => (text += String(chunk)));
  child.stderr?.on('data', (chunk) => (text += String(chunk)));
  return { child, output: () => text };
}

async function untilReady({ child, output }: Start): Promise<LockContent> {
  await waitFor(async () => {
    if (child.exitCode !== null) throw new Error(`It ended:\n${output()}`);
    return output().includes('is ready') ? true : undefined;
  }, 40_000);
  const holder = await findLockHolder(dataDir);
  if (holder === undefined) throw new Error('No lock');
  return holder;
}

test('one product per data folder: it moves off a taken port, refuses a second start, survives kill -9, stops cleanly', async () => {
  const first = start();
  const holder = await untilReady(first);
  expect(first.output()).toContain(`Port ${takenPort} is taken`);
  expect(first.output()).toMatch(/Open +http:\S+\/welcome\?token=/);
  expect((await fetch(`${holder.url}/readyz`)).status).toBe(200);

  const second = start();
  const [secondCode] = await once(second.child, 'exit');
  expect(secondCode).toBe(1);
  expect(second.output()).toContain(`process ${holder.pid}, since ${holder.since}`);

  process.kill(holder.pid, 'SIGKILL');
  for (const { pid } of holder.children) process.kill(pid, 'SIGKILL');
  const third = start();
  const successor = await untilReady(third);
  expect(third.output()).toContain('recovering');
  expect((await fetch(`${successor.url}/readyz`)).status).toBe(200);

  const stoppedAtMs = performance.now();
  third.child.kill('SIGINT');
  const [thirdCode] = await once(third.child, 'exit');
  expect(thirdCode).toBe(0);
  expect(performance.now() - stoppedAtMs).toBeLessThan(15_000);
  for (const { pid } of successor.children) expect(await readProcess(pid)).toBeUndefined();
  expect(await findLockHolder(dataDir)).toBeUndefined();
}, 90_000);
