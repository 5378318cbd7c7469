/**
 * Two releases work on one database while nodes are upgraded one after the other. So a migration only adds: what the
 * release before reads is still there, and what it writes is still taken. The way to remove something: the next release
 * stops using it, the one after that drops it and names the reason here.
 */

/** Released; before the first of them nobody had a database. */
const baseline = new Set(['0001_foundation.sql', '0002_inbound.sql', '0003_outbound.sql', '0004_media.sql']);

/** Migration and words of the statement → why the release before can live with it. */
const harmless: readonly { readonly migration: string; readonly words: string; readonly because: string }[] =
  [
    {
      migration: '0005_sending.sql',
      words: 'alter table outbox add constraint outbox_state_check',
      because: 'the same check with one more state, which only this release writes',
    },
    {
      migration: '0012_audit_chain.sql',
      words: 'create unique index audit_log_position',
      because: 'over a column that is new and that a trigger fills, for whoever writes',
    },
  ];

interface Rule {
  readonly pattern: RegExp;
  readonly says: string;
}

/** Over statements that concern tables of before. An index may go: it is slower without, and nothing else. */
const rules: readonly Rule[] = [
  { pattern: /\bdrop (table|view|column|sequence|schema|type|function)\b/i, says: 'takes something away' },
  { pattern: /\brename (to|column|constraint)\b|\brename \w+ to\b/i, says: 'renames something' },
  { pattern: /\balter column \w+ (set data )?type\b/i, says: 'changes the type of a column' },
  { pattern: /\bset not null\b/i, says: 'makes a column mandatory' },
  {
    pattern:
      /\badd column (?:(?!\bdefault\b|,\s*add\b)[\s\S])*\bnot null\b(?:(?!\bdefault\b|,\s*add\b)[\s\S])*(?:,\s*add\b|$)/i,
    says: 'adds a mandatory column without a default',
  },
  {
    pattern: /\badd (constraint|primary key|unique|foreign key|check)\b/i,
    says: 'forbids rows that were allowed',
  },
  { pattern: /^create unique index/i, says: 'forbids rows that were allowed' },
  { pattern: /^(truncate|delete from)\b/i, says: 'deletes rows' },
];

export interface MigrationText {
  readonly name: string;
  readonly text: string;
}

export function findTakenAway(migrations: readonly MigrationText[]): readonly string[] {
  return migrations
    .filter(({ name }) => !baseline.has(name))
    .flatMap(({ name, text }) =>
      statementsOf(text)
        .filter((statement) => !isOverNewTable(statement, text))
        .flatMap((statement) =>
          rules
            .filter(({ pattern }) => pattern.test(statement) && !isHarmless(name, statement))
            .map(({ says }) => `apps/server/migrations/${name}: ${says}: ${firstWords(statement)}`),
        ),
    );
}

/** Bodies of functions and blocks are left out: what they do is done by the release that calls them. */
function statementsOf(text: string): readonly string[] {
  return text
    .replace(/--[^\n]*/g, '')
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, '')
    .split(';')
    .map((statement) => statement.trim().replace(/\s+/g, ' '))
    .filter((statement) => statement !== '');
}

function isOverNewTable(statement: string, text: string): boolean {
  const table = /^(?:alter table (?:only )?|create unique index \w+ on )(\w+)/i.exec(statement)?.[1];
  return (
    table !== undefined && new RegExp(`create (unlogged )?table (if not exists )?${table}\\b`, 'i').test(text)
  );
}

function isHarmless(migration: string, statement: string): boolean {
  return harmless.some((one) => one.migration === migration && statement.startsWith(one.words));
}

function firstWords(statement: string): string {
  return statement.split(' ').slice(0, 8).join(' ');
}
