import pg from 'pg';
import { expect, test } from 'vitest';
import { createTemporaryDatabase, type TestConnection } from './temporary-database.ts';

test('every test file gets its own clone of what was migrated once', async () => {
  let migrations = 0;
  const migrate = async (ownerConnection: TestConnection) => {
    migrations += 1;
    await run(ownerConnection, 'CREATE TABLE cloned_table (id int PRIMARY KEY)');
  };
  const [first, second] = await Promise.all([
    createTemporaryDatabase({ migrate, templateName: 'own_clone' }),
    createTemporaryDatabase({ migrate, templateName: 'own_clone' }),
  ]);
  await run(first.ownerConnection, 'INSERT INTO cloned_table VALUES (1)');
  expect(await run(second.ownerConnection, 'SELECT id FROM cloned_table')).toEqual([]);
  expect(migrations).toBe(1);
  await Promise.all([first.drop(), second.drop()]);
});

test('the owner is no superuser, so row-level security binds it', async () => {
  const database = await createTemporaryDatabase();
  const rows = await run(
    database.ownerConnection,
    'SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user',
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  await database.drop();
});

test('a connection left open fails the test that leaked it, and the database is gone all the same', async () => {
  const database = await createTemporaryDatabase();
  const leaked = new pg.Client({ ...database.ownerConnection, application_name: 'the-leak' });
  leaked.on('error', () => undefined);
  await leaked.connect();
  await expect(database.drop()).rejects.toThrow(/the-leak/);
  await expect(run(database.ownerConnection, 'SELECT 1')).rejects.toThrow(/does not exist/);
});

async function run(connection: TestConnection, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ ...connection });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
