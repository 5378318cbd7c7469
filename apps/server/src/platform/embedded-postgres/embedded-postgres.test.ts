import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';

const log = { info: () => undefined, debug: () => undefined };
const face = new URL('./index.ts', import.meta.url).href;

let folder: string;
let dataDir: string;
let running: EmbeddedPostgres | undefined;

/** mkdtemp makes a folder that no other user may pass, as `/root` is: as root this is the hard case. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renkei test '));
  // Far longer than the 107 bytes of a socket's path.
  dataDir = join(folder, 'データ フォルダー'.repeat(4), 'postgres');
  await mkdir(join(dataDir, '..'), { recursive: true });
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dataDir, log });
  return running;
}

async function query(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ ...running?.connection });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  test('starts by whatever user, in a closed folder with spaces and a long name', async () => {
    await start();
    const [row] = await query('SELECT current_user, current_database()');
    expect(row).toEqual({ current_user: 'renkei_owner', current_database: 'renkei' });
  });

  test('keeps commits through power loss and speaks Japanese', async () => {
    await start();
    const settings = `SELECT name, setting FROM pg_settings
      WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'jit', 'server_encoding')`;
    const rows = await query(settings);
    expect(Object.fromEntries(rows.map((row) => [row['name'], row['setting']]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      listen_addresses: '',
      jit: 'off',
      server_encoding: 'UTF8',
    });
    await query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    const [trigrams] = await query(`SELECT cardinality(show_trgm('注文番号')) AS count`);
    expect(trigrams?.['count']).toBeGreaterThan(0);
  });

  test('has what was committed after the server is killed', async () => {
    const killed = await start();
    await query('CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)');
    process.kill(killed.pid, 'SIGKILL');
    await killed.exited;
    await start();
    expect(await query('SELECT id FROM kept')).toEqual([{ id: 1 }]);
  });

  test('can be started where its clients look for it after a crash', async () => {
    const killed = await start();
    process.kill(killed.pid, 'SIGKILL');
    await killed.exited;
    running = await startEmbeddedPostgres({ dataDir, log, socketDir: killed.socketDir });
    expect(running.connection).toEqual(killed.connection);
  });

  test('replaces a server that a predecessor left running', async () => {
    const orphan = await start();
    const successor = await start();
    expect(successor.replacedOrphan).toBe(true);
    await orphan.exited;
    expect(await query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('comes back after the process that had started it was killed', async () => {
    const script = `const { startEmbeddedPostgres } = await import(${JSON.stringify(face)});
      const log = { info() {}, debug() {} };
      await startEmbeddedPostgres({ dataDir: process.env.TEST_DATA_DIR, log });
      process.kill(process.pid, 'SIGKILL');`;
    const environment = { ...process.env, TEST_DATA_DIR: dataDir };
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: environment,
      stdio: 'inherit',
    });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    await start();
    expect(await query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('is not put off by a lock file whose pid belongs to somebody else by now', async () => {
    await start();
    const lockFile = join(dataDir, 'postmaster.pid');
    const lock = await readFile(lockFile, 'utf8');
    await running?.stop();
    await writeFile(lockFile, lock.replace(/^\d+/, String(process.ppid)));
    await start();
    expect(running?.replacedOrphan).toBe(false);
  });

  test('says which version is needed when another PostgreSQL made the folder', async () => {
    const other = join(folder, 'other', 'postgres');
    await mkdir(other, { recursive: true });
    await writeFile(join(other, 'PG_VERSION'), '15\n');
    await expect(startEmbeddedPostgres({ dataDir: other, log })).rejects.toMatchObject({
      code: 'embedded_postgres_wrong_data_version',
      remedy: { ja: expect.stringContaining('PostgreSQL 15'), en: expect.stringContaining('PostgreSQL 15') },
    });
  });

  test('begins anew where a first start was killed in the middle', async () => {
    const half = join(folder, 'half', 'postgres');
    await mkdir(`${half}.initialising/base`, { recursive: true });
    await writeFile(`${half}.initialising/PG_VERSION`, '18\n');
    running = await startEmbeddedPostgres({ dataDir: half, log });
    expect(running.version).toMatch(/^18\./);
  });
});
