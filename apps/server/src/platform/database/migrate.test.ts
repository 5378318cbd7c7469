import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '#platform/log';
import { createTemporaryDatabase, type TemporaryDatabase } from '../../../test/temporary-database.ts';
import { waitFor } from '../../../test/wait-for.ts';
import { listMigrations, migrateDatabase } from './migrate.ts';

const log = createLogger('silent');
let temporary: TemporaryDatabase;
let admin: pg.Client;

beforeAll(async () => {
  temporary = await createTemporaryDatabase();
  admin = new pg.Client(temporary.adminConnection);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await temporary.drop();
});

const migrate = () => migrateDatabase({ ownerConnection: temporary.ownerConnection, log });

async function appliedMigrations(): Promise<readonly string[]> {
  const { rows } = await admin.query<{ name: string }>('select name from schema_migrations order by name');
  return rows.map(({ name }) => name);
}

describe('migrations', () => {
  it('survive being killed while they run, and leave nothing half done', async () => {
    // Holds the first statement of the schema back until the migration has been killed.
    const blocker = new pg.Client(temporary.adminConnection);
    await blocker.connect();
    await blocker.query('begin; create table workspaces (id int)');
    const killed = migrate().then(
      () => 'finished',
      () => 'killed',
    );
    await waitFor(async () => {
      const { rowCount } = await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rowCount === 0 ? undefined : rowCount;
    });
    expect(await killed).toBe('killed');
    await blocker.query('rollback');
    await blocker.end();
    expect(await appliedMigrations()).toEqual([]);
    await migrate();
    expect(await appliedMigrations()).toEqual((await listMigrations()).map(({ name }) => name));
  });

  it('run once however many processes start together', async () => {
    await Promise.all([migrate(), migrate(), migrate()]);
    expect(await appliedMigrations()).toEqual((await listMigrations()).map(({ name }) => name));
  });

  it('refuse a file that was changed after it had been applied', async () => {
    await admin.query(`update schema_migrations set checksum = 'other'`);
    await expect(migrate()).rejects.toThrow(/was changed after it had been applied/);
  });
});
