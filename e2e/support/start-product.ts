import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const commandLine = fileURLToPath(new URL('../../apps/server/src/cli/renkei.ts', import.meta.url));
const readyWithinMs = 60_000;

/**
 * Starts the product as a person would, and tells the journeys where it is:
 * RENKEI_URL, RENKEI_SIMULATOR_URL and RENKEI_DATA_DIR (for `renkei` commands, such as `sign-in-link`).
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'renkei e2e '));
  // As root PostgreSQL runs as another user, who must be able to pass.
  await chmod(dataDir, 0o711);
  const child = spawn(process.execPath, [commandLine, 'start', '--port', '7600'], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      SIMULATOR_PORT: '7700',
      HOOKS_ALLOW: '127.0.0.1',
      LANG: 'en_US.UTF-8',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = collect(child);
  const { url, simulatorUrl } = await waitForUrls(child, dataDir, said);
  Object.assign(process.env, {
    RENKEI_URL: url,
    RENKEI_SIMULATOR_URL: simulatorUrl,
    RENKEI_DATA_DIR: dataDir,
  });
  return async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** The lock of the data folder says where the product answers, once it does. */
async function waitForUrls(child: ChildProcess, dataDir: string, said: () => string) {
  const deadlineMs = performance.now() + readyWithinMs;
  while (child.exitCode === null && performance.now() < deadlineMs) {
    const lock: unknown = JSON.parse(await readFile(join(dataDir, 'renkei.lock'), 'utf8').catch(() => '{}'));
    if (isReady(lock)) return lock;
    await delay(100);
  }
  child.kill('SIGTERM');
  throw new Error(`The product did not start:\n${said()}`);
}

function isReady(lock: unknown): lock is { readonly url: string; readonly simulatorUrl: string } {
  return typeof lock === 'object' && lock !== null && 'url' in lock && 'simulatorUrl' in lock;
}

function collect(child: ChildProcess): () => string {
  const chunks: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  return () => chunks.join('');
}
