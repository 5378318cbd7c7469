/** What the migrations say about the schema, read as text: enough for static rules, no database needed. */

export interface Schema {
  readonly tables: ReadonlyMap<string, { readonly startsWithTenant: boolean }>;
  /** View → is it read with the rights of the reader? */
  readonly views: ReadonlyMap<string, { readonly invoker: boolean }>;
  /** Tables under `force row level security`. */
  readonly forced: ReadonlySet<string>;
}

export function readMigrations(texts: readonly string[]): Schema {
  const sql = texts.map((text) => text.replace(/--[^\n]*/g, '')).join('\n');
  return { tables: readTables(sql), views: readViews(sql), forced: readForced(sql) };
}

/**
 * In the order of the migrations: a table may be dropped and made anew. A partition (`partition of`) is part of its
 * table: nobody names it.
 */
function readTables(sql: string): Schema['tables'] {
  const tables = new Map<string, { readonly startsWithTenant: boolean }>();
  for (const [, created, body = '', dropped] of sql.matchAll(
    /create (?:unlogged )?table (?:if not exists )?(\w+) \(([\s\S]*?)\n\)|drop table (?:if exists )?(\w+)/gi,
  )) {
    const startsWithTenant = /primary key \(\s*workspace_id\b|workspace_id uuid primary key/i.test(body);
    if (created !== undefined) tables.set(created, { startsWithTenant });
    if (dropped !== undefined) tables.delete(dropped);
  }
  return tables;
}

function readViews(sql: string): Schema['views'] {
  const created = sql.matchAll(/create (?:or replace )?view (\w+)([^;]*?)\bas\b/gi);
  return new Map(
    [...created].map(([, name = '', options = '']) => [
      name,
      { invoker: /security_invoker\s*=\s*(?:true|on)/i.test(options) },
    ]),
  );
}

/** By name, or in a loop over arrays of names within one `do` block. */
function readForced(sql: string): ReadonlySet<string> {
  const single = sql.matchAll(/alter table (?:only )?(\w+) force row level security/gi);
  const blocks = sql.matchAll(/do \$\$([\s\S]*?)\$\$/gi);
  const looped = [...blocks]
    .map(([, block = '']) => block)
    .filter((block) => /force row level security/i.test(block))
    .flatMap((block) => [...block.matchAll(/array\[([^\]]*)\]/gi)])
    .flatMap(([, names = '']) => [...names.matchAll(/'(\w+)'/g)]);
  return new Set([...single, ...looped].map(([, name = '']) => name));
}
