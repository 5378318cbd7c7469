import { describe, expect, test } from 'vitest';
import { checkFeatures, expectedIds } from './features.ts';
import { headingsOf } from './links.ts';
import { listLinks, listPaths, listRows } from './read-markdown.ts';
import { shapeOf } from './translations.ts';

describe('what a document names', () => {
  test('links to our files count, addresses and fenced blocks do not', () => {
    const text = '[a](docs/a.md#x) [b](https://example.com)\n```\n[c](c.md)\n```\n![d](d.png)';
    expect(listLinks(text).map(({ target }) => target)).toEqual(['docs/a.md#x', 'd.png']);
  });

  test('paths set as code count, patterns, commands and placeholders do not', () => {
    const text =
      '`apps/server/src/app.ts` `store-*.ts` `npm run check` `docs/errors/<code>.md` `tools/` `config.ts`';
    expect(listPaths(text).map(({ target }) => target)).toEqual([
      'apps/server/src/app.ts',
      'tools/',
      'config.ts',
    ]);
  });

  test('headings become anchors as GitHub makes them', () => {
    expect([...headingsOf('# What it does, today?\n## 使い方 1')]).toEqual([
      'what-it-does-today',
      '使い方-1',
    ]);
  });

  test('rows of tables are cells with the line they stand in', () => {
    expect(listRows('| a | b |\n| --- | --- |\n| 1 | 2 |')).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['1', '2'], line: 3 },
    ]);
  });

  test('a translation that lost a heading has another shape', () => {
    expect(shapeOf('# a\n## b').headings).toBe(2);
  });
});

describe('the list of features', () => {
  const row = (id: string) => `| ${id} | something | planned | |`;
  const complete = expectedIds().map(row);
  const check = (rows: readonly string[]) =>
    checkFeatures(rows.join('\n'), (path) => path === 'e2e/a.test.ts');

  test('has all 228 requirements', () => {
    expect(expectedIds()).toHaveLength(228);
    expect(check(complete)).toEqual([]);
  });

  test('misses none and has none twice', () => {
    expect(check(complete.slice(1))).toEqual([' S0-01 is not there']);
    expect(check([...complete, row('S0-01')])).toEqual([' S0-01 is there twice or unknown']);
  });

  test('knows no other status, and nothing works without a test that exists', () => {
    const replaced = (last: string) => check([...complete.slice(1), `| S0-01 | something | ${last} |`]);
    expect(replaced('works | `e2e/a.test.ts`')).toEqual([]);
    expect(replaced('done | ')).toHaveLength(1);
    expect(replaced('works | ')).toHaveLength(1);
    expect(replaced('works | `e2e/b.test.ts`')).toHaveLength(1);
  });
});
