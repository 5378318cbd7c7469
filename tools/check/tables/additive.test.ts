import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findTakenAway } from './additive.ts';

const migration = (text: string) => [{ name: '0099_next.sql', text }];

test.each([
  'alter table messages add column note text',
  `alter table messages add column one text, add column two boolean not null default false`,
  'create index messages_by_note on messages (workspace_id, note)',
  'drop index messages_by_note',
  'create table notes (id uuid primary key); alter table notes add constraint one check (true)',
  'alter table identities drop constraint identities_kind_check',
  'create or replace view inbox_conversations as select 1',
])('%s is taken by the release before', (text) => {
  expect(findTakenAway(migration(text))).toEqual([]);
});

test.each([
  ['drop table messages', 'takes something away'],
  ['alter table messages drop column note', 'takes something away'],
  ['alter table messages rename column note to remark', 'renames'],
  ['alter table messages rename to letters', 'renames'],
  ['alter table messages alter column note type integer', 'type'],
  ['alter table messages alter column note set not null', 'mandatory'],
  ['alter table messages add column note text not null', 'mandatory'],
  ['alter table messages add column one text not null, add column two int not null default 0', 'mandatory'],
  ['alter table messages add constraint short check (length(note) < 9)', 'forbids'],
  ['create unique index one_note on messages (workspace_id, note)', 'forbids'],
  ['delete from messages', 'deletes'],
])('%s is found', (text, says) => {
  expect(findTakenAway(migration(text)).join()).toContain(says);
});

test('all migrations since the first release only add', () => {
  const folder = new URL('../../../apps/server/migrations/', import.meta.url);
  const texts = readdirSync(folder).map((name) => ({
    name,
    text: readFileSync(new URL(name, folder), 'utf8'),
  }));
  expect(findTakenAway(texts)).toEqual([]);
});
