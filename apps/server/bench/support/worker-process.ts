import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { serverMemory } from '../../src/cli/supervisor/process-memory.ts';
import type { BenchDatabase } from './bench-database.ts';

export interface ServerProcess {
  /** Undefined for a worker, which listens nowhere. */
  readonly port: number | undefined;
  stop(): Promise<void>;
}

const readySchema = z.object({ type: z.literal('ready'), port: z.number().optional() });

/** One of several server processes as it is shipped, ready. */
export async function startServerProcess(
  postgres: BenchDatabase,
  settings: { readonly role: 'api' | 'worker'; readonly masterKey: Uint8Array; readonly graphUrl: string },
): Promise<ServerProcess> {
  const { role, masterKey, graphUrl } = settings;
  const dataDir = await mkdtemp(join(tmpdir(), 'renkei-bench-data-'));
  const { host, port: databasePort, user, database } = postgres.ownerConnection;
  const child: ChildProcess = fork(new URL('../../src/main.ts', import.meta.url), {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: `postgresql://${user}@localhost:${databasePort}/${database}?host=${encodeURIComponent(host ?? '')}`,
      DATA_DIR: dataDir,
      MASTER_KEY: Buffer.from(masterKey).toString('base64url'),
      GRAPH_URL: graphUrl,
      ROLE: role,
      LOG_LEVEL: 'error',
      ...(role === 'api' ? { PORT: '0' } : {}),
    },
    execArgv: [...serverMemory],
  });
  const port = await new Promise<number | undefined>((resolve, reject) => {
    child.once('message', (message) => resolve(readySchema.parse(message).port));
    child.once('exit', (code) => reject(new Error(`a server process ended with ${code}`)));
  });
  return {
    port,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
