/**
 * Tables have one owner: only the owner's store files name it in SQL. And every table belongs to a tenant: workspace_id
 * first in its primary key, row-level security forced; a view reads with the rights of its reader.
 *
 * Canaries: a statement over a foreign table, the same outside a store file, and a migration without security must be
 * found. Tests may look into any table: they check what is stored.
 */
import { basename } from 'node:path';
import type { Findings, Guard } from '../guard.ts';
import { readText, repositoryFiles } from '../repository.ts';
import { findTakenAway } from './additive.ts';
import { findTables } from './find-tables.ts';
import { tableOwners, tableReaders, tablesWithoutTenant } from './owners.ts';
import { readMigrations, type Schema } from './read-migrations.ts';

const server = 'apps/server/src/';
const ownerOf = new Map(
  Object.entries(tableOwners).flatMap(([owner, tables]) => tables.map((table) => [table, owner] as const)),
);

export const tables: Guard = { name: 'tables', check };

async function check(): Promise<Findings> {
  const migrations = repositoryFiles.filter((path) => /^apps\/server\/migrations\/.*\.sql$/.test(path));
  const schema = readMigrations(migrations.map(readText));
  const files = repositoryFiles.filter((path) => path.startsWith(server) && /(?<!\.test)\.ts$/.test(path));
  const problems = files.flatMap((path) => findForeignTables(path, readText(path)));
  const texts = migrations.map((path) => ({ name: basename(path), text: readText(path) }));
  return {
    looked: { count: schema.tables.size, at: `tables in ${files.length} files, 4 canaries` },
    problems: [
      ...problems,
      ...findUnowned(schema),
      ...findInsecure(schema),
      ...findTakenAway(texts),
      ...findMissedCanaries(),
    ],
  };
}

export function findForeignTables(path: string, text: string): readonly string[] {
  return findTables(text, new Set(ownerOf.keys()), path)
    .filter(({ table }) => !mayName(path.slice(server.length), table))
    .map(
      ({ table, line }) =>
        `${path}:${line}: names ${table}, which only the store of ${ownerOf.get(table)} may`,
    );
}

/** In a module, its store files; the platform's own tables anywhere in the platform. */
function mayName(path: string, table: string): boolean {
  const owner = ownerOf.get(table) ?? '';
  if (owner === 'platform' && path.startsWith('platform/')) return true;
  const readers = Object.keys(tableReaders).filter((folder) => tableReaders[folder]?.includes(table));
  return (
    [owner, ...readers].some((folder) => path.startsWith(`${folder}/`)) && /\/store(-[\w-]+)?\.ts$/.test(path)
  );
}

function findUnowned({ tables: created, views }: Schema): readonly string[] {
  const existing = [...created.keys(), ...views.keys()];
  const list = 'tools/check/tables/owners.ts';
  return [
    ...existing.filter((table) => !ownerOf.has(table)).map((table) => `${list}: ${table} has no owner`),
    ...[...ownerOf.keys()]
      .filter((table) => !existing.includes(table))
      .map((table) => `${list}: there is no table ${table}`),
  ];
}

export function findInsecure({ tables: created, views, forced }: Schema): readonly string[] {
  const place = 'apps/server/migrations';
  const tenants = [...created].filter(([table]) => !(table in tablesWithoutTenant));
  return [
    ...tenants
      .filter(([, { startsWithTenant }]) => !startsWithTenant)
      .map(([table]) => `${place}: the primary key of ${table} does not begin with workspace_id`),
    ...tenants
      .filter(([table]) => !forced.has(table))
      .map(([table]) => `${place}: ${table} is not under forced row-level security`),
    ...[...views]
      .filter(([, { invoker }]) => !invoker)
      .map(([view]) => `${place}: ${view} is not a security_invoker view`),
  ];
}

function findMissedCanaries(): readonly string[] {
  const foreign = 'export const canary = (id: string) => sql`select name from contacts where id = ${id}`;';
  const insecure = readMigrations([
    'create table canary (\n  id uuid primary key\n);\ncreate view spy as select 1;',
  ]);
  const planted: Readonly<Record<string, readonly string[]>> = {
    'a foreign table': findForeignTables(`${server}modules/inbox/store.ts`, foreign),
    'a table outside the store': findForeignTables(`${server}modules/contacts/list-contacts.ts`, foreign),
    'a table without security': findInsecure(insecure),
    'a table without an owner': findUnowned(insecure).filter((problem) => problem.includes('canary')),
  };
  return Object.entries(planted)
    .filter(([, found]) => found.length === 0)
    .map(([canary]) => `tools/check/tables: a planted violation was not caught: ${canary}`);
}
