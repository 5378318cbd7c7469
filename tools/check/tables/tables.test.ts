import { describe, expect, test } from 'vitest';
import { findTables } from './find-tables.ts';
import { readMigrations } from './read-migrations.ts';
import { findForeignTables, findInsecure } from './tables.ts';

const known = new Set(['contacts', 'messages', 'media']);
const tablesOf = (text: string) => findTables(text, known).map(({ table }) => table);

describe('tables named in SQL', () => {
  test.each([
    ['sql`select 1 from contacts`', ['contacts']],
    ['sql`delete from contacts using media`', ['contacts', 'media']],
    [
      'sql`insert into messages (id) select id from media join contacts on true`',
      ['messages', 'media', 'contacts'],
    ],
    ['sql`update only "messages" set state = ${state}`', ['messages']],
    ['sql`select * from contacts, media`', ['contacts', 'media']],
    ["pool.query('select id from public.contacts')", ['contacts']],
    ["named('x', sql`with it as (select 1 from media) select * from it`)", ['media']],
  ])('%s', (text, expected) => {
    expect(tablesOf(text)).toEqual(expected);
  });

  test('are not seen in sentences, comments, columns and aliases', () => {
    expect(tablesOf("// from contacts\nlog('messages come from contacts');")).toEqual([]);
    expect(tablesOf('sql`select contacts.name, messages from people as contacts`')).toEqual([]);
  });

  test('belong to the store of their owner only', () => {
    const text = 'const rows = sql`select id from contacts`;';
    expect(findForeignTables('apps/server/src/modules/contacts/store-views.ts', text)).toEqual([]);
    expect(findForeignTables('apps/server/src/modules/contacts/list-contacts.ts', text)).toHaveLength(1);
    expect(findForeignTables('apps/server/src/modules/inbox/store.ts', text)).toHaveLength(1);
  });
});

describe('migrations', () => {
  const secure = `create table a (\n  workspace_id uuid not null,\n  id uuid,\n  primary key (workspace_id, id)\n);
    alter table a enable row level security;
    alter table a force row level security;`;

  test('pass with the workspace first and security forced', () => {
    expect(findInsecure(readMigrations([secure]))).toEqual([]);
  });

  test('pass when the force stands in a loop, in a later file', () => {
    const loop = `do $$ declare names text[] := array['a'];
      begin execute format('alter table %I force row level security', name); end $$;`;
    const plain = secure.replaceAll(/alter table[^;]*;/g, '');
    expect(findInsecure(readMigrations([plain, loop]))).toEqual([]);
  });

  test('fail without security, without the workspace, and for a view with the rights of its owner', () => {
    const insecure = 'create table b (\n  id uuid primary key\n);\ncreate view c as select 1;';
    expect(findInsecure(readMigrations([insecure]))).toHaveLength(3);
  });

  test('are judged as they were made last', () => {
    const insecure = secure.replace(/primary key \(\s*workspace_id/, 'primary key (id');
    expect(findInsecure(readMigrations([insecure, 'drop table a;', secure]))).toEqual([]);
    expect(readMigrations([secure, 'drop table a;']).tables.size).toBe(0);
  });

  test('are not passed by security that only a comment speaks of', () => {
    const comment = secure.replace('alter table a force', '-- alter table a force');
    expect(findInsecure(readMigrations([comment]))).toHaveLength(1);
  });
});
