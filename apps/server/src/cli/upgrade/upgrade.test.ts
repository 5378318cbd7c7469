import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listMigrations } from '#platform/database';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { createLogger } from '#platform/log';
import { prepareDatabase } from '../../prepare-database.ts';

const program = join(import.meta.dirname, '../renkei.ts');
const log = createLogger('silent');
const workspaceId = randomUUID();

let folder: string;
let dataDir: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renkei upgrade '));
  await chmod(folder, 0o711);
  dataDir = join(folder, 'data');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function withServer<Result>(
  dir: string,
  work: (client: pg.Client, connection: pg.ClientConfig) => Promise<Result>,
): Promise<Result> {
  const server = await startEmbeddedPostgres({ dataDir: join(dir, 'postgres'), log, unsafeNoSync: true });
  const client = new pg.Client({ ...server.adminConnection, database: server.connection.database });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client, server.connection);
  } finally {
    await client.end();
    await server.stop();
  }
}

async function renkei(...input: readonly string[]): Promise<string> {
  const environment = { ...process.env, DATA_DIR: dataDir, LANG: 'C', DATABASE_URL: '', MASTER_KEY: '' };
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...input], { env: environment });
  return stdout;
}

const readNames = (client: pg.Client) =>
  client
    .query<{ name: string }>('select name from schema_migrations order by name')
    .then(({ rows }) => rows.map(({ name }) => name));

test('a data folder of the first release is saved and upgraded, and the snapshot brings the day before back', async () => {
  const all = (await listMigrations()).map(({ name }) => name);
  const released = new Set(all.filter((name) => name < '0005'));
  await withServer(dataDir, async (client, connection) => {
    await prepareDatabase({ ownerConnection: connection, log, only: released });
    expect(await readNames(client)).toEqual([...released]);
    // As that release left it: nobody may read all of it yet.
    await client.query(`do $$ declare name text; begin
      for name in select relname from pg_class join pg_policy on polrelid = pg_class.oid and polname = 'owner_reads' loop
        execute format('drop policy owner_reads on %I', name); end loop; end $$`);
    await client.query(`insert into workspaces values ($1, '最初の店', now())`, [workspaceId]);
    await client.query(
      `insert into contacts (workspace_id, id, created_at) select $1, gen_random_uuid(), now()
      from generate_series(1, 1000)`,
      [workspaceId],
    );
  });
  await writeFile(join(dataDir, 'master.key'), randomBytes(32).toString('base64url'), { mode: 0o600 });

  expect(await renkei('migrate', '--snapshot')).toContain('up to date');
  const [snapshot = ''] = await readdir(join(dataDir, 'backups'));
  expect(snapshot).toMatch(/^before-0005-/);
  await withServer(dataDir, async (client) => {
    expect(await readNames(client)).toEqual(all);
    const { rows } = await client.query('select kind from backups');
    expect(rows).toEqual([{ kind: 'upgrade' }]);
    await client.query('delete from contacts');
  });
  // Nothing left to do: nothing is saved.
  await renkei('migrate', '--snapshot');
  expect(await readdir(join(dataDir, 'backups'))).toHaveLength(1);

  const file = join(dataDir, 'backups', snapshot);
  await expect(renkei('restore', file, '--into', dataDir)).rejects.toThrow('never overwrites');
  const wrongKey = join(folder, 'passphrase');
  await writeFile(wrongKey, 'not what it was sealed with');
  await expect(
    renkei('restore', file, '--into', dataDir, '--replace', '--passphrase-file', wrongKey),
  ).rejects.toThrow('another master key');
  await withServer(dataDir, async (client) => expect(await readNames(client)).toEqual(all));
  expect(await renkei('restore', file, '--into', dataDir, '--replace')).toContain('HELD');
  await withServer(dataDir, async (client) => {
    const { rows } = await client.query(
      'select count(*)::int as count, (select name from workspaces) from contacts',
    );
    expect(rows).toEqual([{ count: 1000, name: '最初の店' }]);
    expect((await client.query('select reason from system_hold')).rows).toEqual([{ reason: 'restored' }]);
  });
  expect((await readdir(dataDir)).some((name) => name.startsWith('postgres.before-restore-'))).toBe(true);
  expect(await readFile(join(dataDir, 'master.key'), 'utf8')).toHaveLength(43);
}, 240_000);
