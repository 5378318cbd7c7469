/**
 * SQL over whatever tables there are, as the owner of the database: backups do not know them by name, so that no table of
 * a later feature can be forgotten.
 */
import pg, { type Client } from 'pg';
import type { Entry, TableEntry, TableFigures } from './manifest.ts';

/**
 * How rows are written as text, the same when they are read and when they are compared, whatever the server, its database
 * or its role prefers; and time enough for a large table.
 */
export const asPlainText = `set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres';
  set extra_float_digits = 1; set bytea_output = 'hex'; set statement_timeout = 0;
  set idle_in_transaction_session_timeout = 0`;

/** Tables that a restored system begins without, and why. */
const leftOut: Readonly<Record<string, string>> = {
  schema_migrations: 'the header names the migrations, and restoring runs them',
  system_hold: 'a restored system is held anew',
  sessions: 'a session that was ended since must not come back to life: everybody signs in again',
  sign_in_links: 'nor a link that was used since',
};

/** The jobs that are not done. One that was under way is tried again. */
const unfinishedJobs = `state in ('created', 'retry', 'active')`;

export interface BackedUpTable extends TableEntry {
  /** Gives the rows that are kept, in the order of the columns. */
  readonly query: string;
}

/** Every table of ours, quoted. */
export async function listTableNames(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname`);
  return rows.map(({ name }) => `public.${pg.escapeIdentifier(name)}`);
}

/** Every table whose rows are kept, those that others refer to first. */
export async function listTables(client: Client): Promise<readonly BackedUpTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(`
    select c.relname as name,
           array(select a.attname::text from pg_attribute a
                 where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                 order by a.attnum) as columns,
           array(select distinct f.confrelid::regclass::text from pg_constraint f
                 where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> f.conrelid) as needs
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname`);
  const tables = inOrder(rows.filter(({ name }) => leftOut[name] === undefined)).map(({ name, columns }) => ({
    type: 'table' as const,
    name: `public.${pg.escapeIdentifier(name)}`,
    columns,
    query: `select ${listOf(columns)} from public.${pg.escapeIdentifier(name)}`,
  }));
  return [...tables, ...(await describeJobs(client))];
}

/** pg-boss's own table of jobs: its columns are those of its version. None where a first start did not get that far. */
async function describeJobs(client: Client): Promise<readonly BackedUpTable[]> {
  const { rows } = await client.query<{ name: string }>(`
    select attname as name from pg_attribute
    where attrelid = to_regclass('jobs.job') and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`);
  const columns = rows.map(({ name }) => name);
  if (columns.length === 0) return [];
  return [{ type: 'table', name: 'jobs.job', columns, query: jobsQuery(columns) }];
}

/** The query that gives the rows of an entry that is being restored, to compare them. */
export function queryOf({ name, columns }: TableEntry): string {
  return name === 'jobs.job' ? jobsQuery(columns) : `select ${listOf(columns)} from ${name}`;
}

function jobsQuery(columns: readonly string[]): string {
  const values = columns.map((column) =>
    column === 'state'
      ? `case when state = 'active' then 'retry'::jobs.job_state else state end as state`
      : pg.escapeIdentifier(column),
  );
  return `select ${values.join(', ')} from jobs.job where ${unfinishedJobs}`;
}

export function listOf(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ');
}

/** Each after all it needs. Throws where tables need each other: such a schema cannot be restored row by row. */
function inOrder<Table extends { readonly name: string; readonly needs: readonly string[] }>(
  tables: readonly Table[],
): readonly Table[] {
  const ordered: Table[] = [];
  const placed = new Set<string>();
  let waiting = [...tables];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) =>
      needs.every((need) => placed.has(need) || !tables.some(({ name }) => name === need)),
    );
    if (ready.length === 0) {
      throw new Error(`Tables that refer to each other: ${waiting.map(({ name }) => name).join(', ')}`);
    }
    for (const table of ready) placed.add(table.name);
    ordered.push(...ready);
    waiting = waiting.filter(({ name }) => !placed.has(name));
  }
  return ordered;
}

/** How many rows there are, and a checksum that does not depend on their order. */
export async function measureRows(client: Client, query: string): Promise<TableFigures> {
  const { rows } = await client.query<{ rows: string; checksum: string }>(`
    select count(*)::text as rows,
           coalesce(sum(('x' || substr(md5(r::text), 1, 15))::bit(60)::bigint), 0)::text as checksum
    from (${query}) r`);
  return { rows: Number(rows[0]?.rows ?? 0), checksum: rows[0]?.checksum ?? '0' };
}

export async function readSequences(client: Client): Promise<Entry> {
  const { rows } = await client.query<{ name: string; value: string | null }>(`
    select sequencename::text as name, last_value::text as value from pg_sequences where schemaname = 'public'`);
  const values = rows.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const]));
  return { type: 'sequences', values: Object.fromEntries(values) };
}

export async function setSequence(client: Client, name: string, value: string): Promise<void> {
  await client.query('select setval($1::regclass, $2::bigint)', [
    `public.${pg.escapeIdentifier(name)}`,
    value,
  ]);
}

export async function readPartitions(client: Client): Promise<Entry> {
  const { rows } = await client.query<{ day: string }>(`
    select to_char(to_date(right(inhrelid::regclass::text, 8), 'YYYYMMDD'), 'YYYY-MM-DD') as day
    from pg_inherits
    where inhparent = 'raw_events'::regclass and inhrelid::regclass::text ~ '^raw_events_[0-9]{8}$' order by 1`);
  return { type: 'partitions', days: rows.map(({ day }) => day) };
}

export async function makePartition(client: Client, day: string): Promise<void> {
  await client.query('select renkei_create_raw_event_partition($1::date)', [day]);
}

export async function readMigrationNames(
  client: Client,
): Promise<readonly { readonly name: string; readonly checksum: string }[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migrations order by name',
  );
  return rows;
}

/** Whether somebody lives here already: then nothing may be restored into it. */
export async function isInUse(client: Client): Promise<boolean> {
  const { rows: found } = await client.query<{ exists: boolean }>(
    `select to_regclass('public.workspaces') is not null as exists`,
  );
  if (found[0]?.exists !== true) return false;
  const { rows } = await client.query<{ used: boolean }>('select exists (select from workspaces) as used');
  return rows[0]?.used === true;
}
