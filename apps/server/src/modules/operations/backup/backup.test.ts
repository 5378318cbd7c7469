import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDiskBlobStore } from '#platform/blob';
import { systemClock } from '#platform/clock';
import { createSecretBox, keyIdOf } from '#platform/crypto';
import { createLogger } from '#platform/log';
import type { Secret } from '#platform/sealed-file';
import { createTemporaryDatabase, type TemporaryDatabase } from '../../../../test/temporary-database.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { createWorld, type World } from '../../../../test/world.ts';
import { prepareDatabase } from '../../../prepare-database.ts';
import { createBackup } from './create-backup.ts';
import { readBackupHeader } from './open-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const log = createLogger('silent');
const masterKey = new Uint8Array(randomBytes(32));
const secret: Secret = { source: 'master-key', key: masterKey };

let platform: TestPlatform;
let folder: string;
let worlds: readonly World[];
const targets: TemporaryDatabase[] = [];

beforeAll(async () => {
  platform = await createTestPlatform();
  folder = await mkdtemp(join(tmpdir(), 'renkei backup '));
  const ground = {
    platform,
    secretBox: createSecretBox(masterKey),
    blobs: createDiskBlobStore(join(folder, 'media')),
  };
  worlds = [await createWorld(ground), await createWorld(ground)];
  await asSuperuser(platform.temporary, async (client) => {
    await client.query(
      `update contacts set note = E'tab\\t, line\\nback\\\\slash, \\\\N, "quote", 絵文字 🎉'`,
    );
    await client.query(`insert into media_blobs (workspace_id, sha256, generation)
      select workspace_id, sha256, gen_random_uuid() from media where sha256 is not null`);
    await client.query(`select renkei_create_raw_event_partition('2026-01-05')`);
    await client.query(
      `insert into raw_events (workspace_id, received_at, id, endpoint_id, body)
       values ($1, '2026-01-05T12:00:00Z', 77, gen_random_uuid(), '\\x00ff5c6e0a'::bytea)`,
      [worlds[0]?.workspaceId],
    );
  });
});
afterAll(async () => {
  await Promise.all(targets.map((target) => target.drop()));
  await platform.close();
  await rm(folder, { recursive: true, force: true });
});

async function asSuperuser<Result>(
  database: TemporaryDatabase,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(database.adminConnection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const source = () => createDiskBlobStore(join(folder, 'media'));

function backUp(name: string, more: Partial<Parameters<typeof createBackup>[0]> = {}) {
  return createBackup({
    connection: platform.temporary.ownerConnection,
    blobs: source(),
    secret,
    masterKeyId: keyIdOf(masterKey),
    file: join(folder, name),
    clock: systemClock,
    ...more,
  });
}

async function emptyTarget(): Promise<TemporaryDatabase> {
  const target = await createTemporaryDatabase();
  targets.push(target);
  return target;
}

function restore(
  file: string,
  target: TemporaryDatabase,
  more: Partial<Parameters<typeof restoreBackup>[0]> = {},
) {
  return restoreBackup({
    file: join(folder, file),
    secret,
    connection: target.ownerConnection,
    migrate: (only) =>
      prepareDatabase({
        ownerConnection: target.ownerConnection,
        log,
        ...(only === undefined ? {} : { only }),
      }),
    blobs: createDiskBlobStore(join(folder, 'restored')),
    clock: systemClock,
    target: 'the test',
    ...more,
  });
}

/** Every row of every table, as text. */
async function readEverything(database: TemporaryDatabase, leftOut: readonly string[] = []) {
  return asSuperuser(database, async (client) => {
    await client.query(`set timezone = 'UTC'`);
    const { rows: tables } = await client.query<{ name: string }>(`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname`);
    const all: Record<string, readonly string[]> = {};
    for (const { name } of tables) {
      if (leftOut.includes(name)) continue;
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
      all[name] = rows.map(({ row }) => row);
    }
    return all;
  });
}

const begunAnew = ['sessions', 'sign_in_links', 'system_hold', 'schema_migrations'];

describe('a backup', () => {
  test('comes back in an empty database with every row of every table, every file and every partition', async () => {
    const made = await backUp('whole');
    const target = await emptyTarget();
    const restored = await restore('whole', target);
    expect(await readEverything(target, begunAnew)).toEqual(
      await readEverything(platform.temporary, begunAnew),
    );
    expect(restored.files).toBe(2);
    expect(made.missingFiles).toEqual([]);
    for (const { workspaceId, mark } of worlds) {
      const files = await asSuperuser(target, async (client) =>
        client.query<{ sha256: string }>('select sha256 from media_blobs where workspace_id = $1', [
          workspaceId,
        ]),
      );
      const sha256 = files.rows[0]?.sha256 ?? '';
      const path = join(folder, 'restored', workspaceId, sha256.slice(0, 2), sha256);
      expect(await readFile(path, 'utf8')).toBe(mark);
    }
    const partitions = await asSuperuser(target, (client) =>
      client.query(`select tableoid::regclass::text as place from raw_events where id = 77`),
    );
    expect(partitions.rows).toEqual([{ place: 'raw_events_20260105' }]);
  });

  test('comes back on a server with habits of its own', async () => {
    await backUp('habits');
    const target = await emptyTarget();
    await asSuperuser(target, async (client) => {
      const name = pg.escapeIdentifier(String(client.database));
      await client.query(`alter database ${name} set bytea_output = 'escape'`);
      await client.query(`alter database ${name} set intervalstyle = 'iso_8601'`);
    });
    expect(await restore('habits', target)).toMatchObject({ missingFiles: [] });
  });

  test('leaves nobody signed in, the system held, security forced and no number given out twice', async () => {
    await backUp('held');
    const target = await emptyTarget();
    await restore('held', target);
    await asSuperuser(target, async (client) => {
      const { rows: sessions } = await client.query('select 1 from sessions');
      expect(sessions).toEqual([]);
      const { rows: held } = await client.query(
        'select reason, backup_taken_at is not null as known from system_hold',
      );
      expect(held).toEqual([{ reason: 'restored', known: true }]);
      const { rows: open } = await client.query(`
        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and not relispartition and relrowsecurity and not relforcerowsecurity`);
      expect(open).toEqual([]);
      const { rows: next } = await client.query<{ ahead: boolean }>(
        `select nextval('message_arrival') > coalesce((select max(arrival) from messages), 0) as ahead`,
      );
      expect(next).toEqual([{ ahead: true }]);
    });
  });

  test('is one view of all tables however much is written meanwhile', async () => {
    const workspaceId = worlds[0]?.workspaceId ?? '';
    let writing = true;
    const writer = asSuperuser(platform.temporary, async (client) => {
      for (let number = 0; writing; number += 1) {
        const id = crypto.randomUUID();
        await client.query('begin');
        await client.query('insert into contacts (workspace_id, id, created_at) values ($1, $2, now())', [
          workspaceId,
          id,
        ]);
        await client.query(
          `insert into identities (workspace_id, kind, value, contact_id, created_at) values ($1, 'phone', $2, $3, now())`,
          [workspaceId, `8190${number}`, id],
        );
        await client.query('commit');
      }
    });
    await backUp('busy');
    writing = false;
    await writer;
    const target = await emptyTarget();
    await restore('busy', target);
    await asSuperuser(target, async (client) => {
      const { rows } = await client.query<{ alone: string }>(`
        select count(*)::text as alone from contacts c
        where not exists (select from identities i where i.workspace_id = c.workspace_id and i.contact_id = c.id)
          and c.note = ''`);
      expect(rows).toEqual([{ alone: '0' }]);
    });
  });

  test('says who can open it and shows nothing else, is for the owner only, and opens with no other key', async () => {
    await backUp('sealed');
    const file = join(folder, 'sealed');
    const bytes = await readFile(file);
    for (const { mark } of worlds) expect(bytes.includes(mark)).toBe(false);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect((await readBackupHeader(file)).masterKeyId).toBe(keyIdOf(masterKey));
    const other: Secret = { source: 'master-key', key: new Uint8Array(randomBytes(32)) };
    await expect(restore('sealed', await emptyTarget(), { secret: other })).rejects.toThrow(
      'another master key',
    );
  });

  test('clears away what a backup left that was killed, and nothing that is being written or is not ours', async () => {
    const hours = (count: number) => new Date(Date.now() - count * 60 * 60 * 1_000);
    const leave = async (name: string, writtenAt: Date) => {
      await writeFile(join(folder, name), 'half of it');
      await utimes(join(folder, name), writtenAt, writtenAt);
    };
    await leave('killed.renkei-backup.partial', hours(2));
    await leave('other.renkei-backup.partial', hours(0));
    await leave('film.partial', hours(2));
    await leave('whole.renkei-backup', hours(2));
    await backUp('next.renkei-backup');

    const names = await readdir(folder);
    expect(names).not.toContain('killed.renkei-backup.partial');
    expect(names).not.toContain('next.renkei-backup.partial');
    expect(names).toEqual(
      expect.arrayContaining([
        'film.partial',
        'next.renkei-backup',
        'other.renkei-backup.partial',
        'whole.renkei-backup',
      ]),
    );
  });

  test('opens with the passphrase it was made with', async () => {
    const passphrase: Secret = { source: 'passphrase', passphrase: 'とても長い合言葉' };
    await backUp('passphrase', { secret: passphrase });
    await restore('passphrase', await emptyTarget(), { secret: passphrase });
  });

  test('that was changed or cut off restores nothing at all', async () => {
    await backUp('damaged');
    const bytes = await readFile(join(folder, 'damaged'));
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(bytes.byteLength - 100) ^ 1, bytes.byteLength - 100);
    await writeFile(join(folder, 'damaged'), changed);
    await writeFile(join(folder, 'short'), bytes.subarray(0, bytes.byteLength - 2_000));
    for (const name of ['damaged', 'short']) {
      const target = await emptyTarget();
      await expect(restore(name, target)).rejects.toThrow('is not a whole backup');
      const everything = await readEverything(target, ['schema_migrations']);
      expect(Object.values(everything).flat()).toEqual([]);
    }
  });

  test('is never restored over somebody', async () => {
    await backUp('again');
    await expect(restore('again', platform.temporary)).rejects.toThrow('never overwrites');
  });

  test('of another release than this one is refused by name', async () => {
    await asSuperuser(platform.temporary, (client) =>
      client.query(`insert into schema_migrations (name, checksum) values ('9999_future.sql', 'x')`),
    );
    await backUp('future');
    await asSuperuser(platform.temporary, (client) =>
      client.query(`delete from schema_migrations where name = '9999_future.sql'`),
    );
    await expect(restore('future', await emptyTarget())).rejects.toThrow('9999_future.sql');
  });

  test('names the files that messages have and the store has not, and goes on', async () => {
    const made = await backUp('no files', { blobs: createDiskBlobStore(join(folder, 'nothing here')) });
    expect(made.missingFiles).toHaveLength(2);
  });
});
