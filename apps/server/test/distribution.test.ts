/**
 * A database that is spread over several servers by workspace (Citus and its kin) can keep a key only within one
 * workspace, so every key must name it: primary, unique and foreign. Read from the migrated schema itself.
 */
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from './test-platform.ts';

/** Tables that every server would have a copy of, and why they have no workspace. */
const referenceTables: Readonly<Record<string, string>> = {
  schema_migrations: 'the schema is the same for everybody',
  sign_in_failures: 'counted per address before anybody knows the workspace',
  request_counts: 'counted per address before anybody knows the workspace',
  system_hold: 'an installation is held as a whole',
  backups: 'a backup is of the whole installation',
  upkeep_runs: 'upkeep is work on the whole installation',
};

/** Keys without the workspace, and why that is right. */
const exceptions: Readonly<Record<string, string>> = {
  webhook_endpoints_id_key:
    'a webhook names its endpoint and no workspace; every server has a copy of this small table',
  channels_phone_number_id:
    'a number is connected once in the whole installation; every server has a copy as well',
};

let platform: TestPlatform;
let admin: pg.Client;
beforeAll(async () => {
  platform = await createTestPlatform();
  admin = new pg.Client(platform.temporary.adminConnection);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await platform.close();
});

interface Key {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
}

const list = async (text: string) => (await admin.query<Key>(text)).rows;
const withoutWorkspace = ({ table, name, columns }: Key) =>
  !(table in referenceTables) && !(name in exceptions) && !columns.includes('workspace_id');
const nameOf = ({ table, name, columns }: Key) => `${table}.${name} (${columns.join(', ')})`;

it('has the workspace in every primary and unique key', async () => {
  const keys = await list(`
    select c.relname as table, i.relname as name,
           array(select a.attname::text from unnest(x.indkey::int[]) as k (number)
                 join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number) as columns
    from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    where x.indisunique and c.relnamespace = 'public'::regnamespace and not c.relispartition`);
  expect(keys.length).toBeGreaterThan(30);
  expect(keys.filter(withoutWorkspace).map(nameOf)).toEqual([]);
});

it('has the workspace in every foreign key, on both sides', async () => {
  const side = (relation: string, numbers: string) => `
    select c.relname as table, k.conname as name,
           array(select a.attname::text from unnest(k.${numbers}) as n (number)
                 join pg_attribute a on a.attrelid = k.${relation} and a.attnum = n.number) as columns
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and k.conparentid = 0`;
  const keys = [...(await list(side('conrelid', 'conkey'))), ...(await list(side('confrelid', 'confkey')))];
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter(withoutWorkspace).map(nameOf)).toEqual([]);
});

it('lists no exception that is none', async () => {
  const tables = await list(`
    select relname as table, relname as name, array[]::text[] as columns from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`);
  const keys = await list(`
    select relname as table, relname as name, array[]::text[] as columns from pg_class
    where relkind = 'i' and relnamespace = 'public'::regnamespace`);
  const names = new Set([...tables, ...keys].map(({ name }) => name));
  const listed = [...Object.keys(referenceTables), ...Object.keys(exceptions)];
  expect(listed.filter((name) => !names.has(name))).toEqual([]);
});
