import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg, { type ClientConfig } from 'pg';
import { crashPoint } from '#platform/crash-point';
import type { Logger } from '#platform/log';
import { applicationRole } from './roles.ts';

const folder = new URL('../../../migrations/', import.meta.url);
/** Any number will do as long as everybody who migrates takes the same. */
const lockKey = 7_307_001;

/**
 * Brings the schema up to date: forward only, each file in its own transaction together with the note that it has
 * run, under a lock, so that several processes may start at once and any of them may be killed anywhere.
 */
export async function migrateDatabase(options: {
  readonly ownerConnection: ClientConfig;
  readonly log: Logger;
  /** Only these, for a schema of an earlier day: that of a backup. */
  readonly only?: ReadonlySet<string>;
}): Promise<void> {
  const client = new pg.Client(options.ownerConnection);
  client.on('error', (error) => options.log.warn({ err: error }, 'the migration connection was lost'));
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query(`create table if not exists schema_migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    await createApplicationRole(client);
    for (const migration of await pendingMigrations(client)) {
      if (options.only?.has(migration.name) === false) continue;
      options.log.info({ migration: migration.name }, 'migrating');
      await apply(client, migration);
    }
    await grant(client);
    await letOwnerRead(client);
  } finally {
    await client.end();
  }
}

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

export async function listMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function pendingMigrations(client: pg.Client): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migrations',
  );
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  const all = await listMigrations();
  for (const { name, checksum } of all) {
    const before = applied.get(name);
    if (before !== undefined && before !== checksum) {
      throw new Error(
        `Migration ${name} was changed after it had been applied. Restore the file and add a new one.`,
      );
    }
  }
  return all.filter((migration) => !applied.has(migration.name));
}

async function apply(client: pg.Client, { name, text, checksum }: Migration): Promise<void> {
  try {
    await client.query(`begin; set local lock_timeout = '2s'`);
    await client.query(text);
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [name, checksum]);
    crashPoint('migration.applied');
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed`, { cause: error });
  }
}

/** Roles belong to the whole server, so another database on it may make the same one at the same moment. */
async function createApplicationRole(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${applicationRole}') then
      create role ${applicationRole} nologin nosuperuser nobypassrls;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`);
  await client.query(`do $$ begin
    execute format('grant ${applicationRole} to %I', current_user);
  exception when unique_violation or others then
    if not pg_has_role(current_user, '${applicationRole}', 'member') then raise; end if;
  end $$`);
}

/** The audit log can be written and read, never changed; of consents, only whose they are. A schema may be an earlier one. */
async function grant(client: pg.Client): Promise<void> {
  await client.query(`
    grant usage on schema public to ${applicationRole};
    grant select, insert, update, delete on all tables in schema public to ${applicationRole};
    grant usage on all sequences in schema public to ${applicationRole};
    revoke update, delete on audit_log from ${applicationRole};
    revoke insert, update, delete on schema_migrations from ${applicationRole};
    do $$ begin
      if to_regclass('public.consents') is not null then
        revoke update, delete on public.consents from ${applicationRole};
        grant update (contact_id) on public.consents to ${applicationRole};
      end if;
      if to_regclass('public.audit_heads') is not null then
        revoke insert, update, delete on public.audit_heads from ${applicationRole};
      end if;
    end $$`);
}

/**
 * Backups are made as the owner, whom forced row-level security binds like everybody: this lets it read what it owns, and
 * read only. Nothing that serves requests works as the owner.
 */
export async function letOwnerRead(client: pg.Client): Promise<void> {
  await client.query(`do $$
declare
  name text;
begin
  for name in
    select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relforcerowsecurity and not relispartition
      and not exists (select from pg_policy where polrelid = pg_class.oid and polname = 'owner_reads')
  loop
    execute format('create policy owner_reads on public.%I for select to %I using (true)', name, current_user);
  end loop;
end $$`);
}
