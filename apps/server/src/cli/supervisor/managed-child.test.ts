import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { waitFor } from '../../../test/wait-for.ts';
import { type LogFile, openLogFile } from './log-file.ts';
import { type ManagedChild, startManagedChild } from './managed-child.ts';

let folder: string;
let logFile: LogFile;
let child: ManagedChild | undefined;
const crashes: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renkei-child-'));
  logFile = await openLogFile(folder, 'child');
  crashes.length = 0;
});
afterEach(async () => {
  await child?.stop();
  child = undefined;
  await logFile.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a program that says "ready" in its log when it is. */
async function launch(program: string, stopWithinMs = 5_000): Promise<ManagedChild> {
  const script = join(folder, 'child.mjs');
  await writeFile(script, program);
  child = startManagedChild({
    name: 'child',
    nodeArguments: [script],
    environment: process.env,
    logFile,
    isReady: async () => (await readFile(logFile.path, 'utf8')).includes('ready'),
    readyWithinMs: 10_000,
    stopWithinMs,
    restartDelaysMs: [1],
    onSpawn: () => undefined,
    onCrash: (how) => crashes.push(how),
  });
  return child;
}

const untilStopped = `console.log('ready'); setInterval(() => {}, 1000);`;

describe('a supervised process', () => {
  test('is started again when it is killed', async () => {
    const { ready, pid } = await launch(untilStopped);
    await ready;
    const first = pid();
    process.kill(first ?? 0, 'SIGKILL');
    await waitFor(async () => (pid() !== undefined && pid() !== first ? true : undefined));
    expect(crashes).toEqual(['signal SIGKILL']);
  });

  test('stays stopped when it was told to stop', async () => {
    const { ready, pid, stop } = await launch(untilStopped);
    await ready;
    await stop();
    expect(pid()).toBeUndefined();
    expect(crashes).toEqual([]);
  });

  test('is killed when it does not listen', async () => {
    const deaf = `process.on('SIGTERM', () => console.log('no')); ${untilStopped}`;
    const { ready, pid, stop } = await launch(deaf, 50);
    await ready;
    await stop();
    expect(pid()).toBeUndefined();
  });

  test('that ends before it was ready fails the start with its last words', async () => {
    const line = JSON.stringify({ msg: 'cannot start', err: { message: 'the reason' } });
    const { ready } = await launch(`console.error(${JSON.stringify(line)}); process.exit(3)`);
    await expect(ready).rejects.toMatchObject({
      code: 'process_did_not_start',
      reason: { en: expect.stringContaining('cannot start: the reason') },
    });
    expect(crashes).toEqual([]);
  });
});
