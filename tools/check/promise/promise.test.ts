import type { RouteDefinition } from '@renkei/contract';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createOpenApiDocument } from '../../../packages/contract/src/openapi.ts';
import { findUntranslated } from './catalogs.ts';
import { checkRoute, isEnglish, isJapanese } from './contract.ts';
import { placeholdersOf, readCatalog } from './read-catalog.ts';

const route: RouteDefinition = {
  name: 'getThing',
  method: 'GET',
  path: '/v1/things/:thingId',
  summary: 'One thing',
  access: { permission: 'workspace.read' },
  params: z.object({ thingId: z.uuid() }),
  response: z.object({}),
  errors: ['not_found'],
};

describe('a route', () => {
  test('that says everything about itself passes', () => {
    expect(checkRoute('getThing', route)).toEqual([]);
  });

  test.each<[string, Partial<RouteDefinition>]>([
    ['another name than its key', { name: 'readThing' }],
    ['an id in the path that params do not have', { path: '/v1/things/:otherId' }],
    ['an id but no not_found', { errors: [] }],
    ['nobody to be signed in, without being listed', { access: 'public' }],
    ['a body on a GET', { body: z.object({}) }],
    ['an error twice', { errors: ['not_found', 'not_found'] }],
  ])('with %s fails', (_, change) => {
    expect(checkRoute('getThing', { ...route, ...change })).toHaveLength(1);
  });
});

test('every reference of the OpenAPI document leads to a schema in it', () => {
  const text = JSON.stringify(createOpenApiDocument());
  const document = z
    .object({ components: z.object({ schemas: z.record(z.string(), z.unknown()) }) })
    .parse(JSON.parse(text));
  const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name);
  expect(refs.length).toBeGreaterThan(10);
  expect([...new Set(refs)].filter((name) => !(name in document.components.schemas))).toEqual([]);
});

describe('languages', () => {
  test('are told apart by their script', () => {
    expect(isJapanese('エラー')).toBe(true);
    expect(isEnglish('Error')).toBe(true);
    expect(isEnglish('')).toBe(false);
  });
});

describe('a catalogue', () => {
  const text = [
    'msgid ""\nmsgstr ""\n"Language: ja\\n"',
    '#: src/a.tsx\nmsgid "{0} unread"\nmsgstr "未読{0}件"',
    'msgctxt "verb"\nmsgid "Open"\nmsgstr ""',
    'msgid ""\n"long "\n"text"\nmsgstr "長い文"',
  ].join('\n\n');

  test('is read with contexts and long texts, without its head', () => {
    expect([...readCatalog(text)]).toEqual([
      ['{0} unread', '未読{0}件'],
      ['verb|Open', ''],
      ['long text', '長い文'],
    ]);
  });

  test('fails without a translation and with a lost placeholder', () => {
    expect(findUntranslated(readCatalog(text))).toHaveLength(1);
    expect(findUntranslated(new Map([['{name} typed', '入力しました']]))).toHaveLength(1);
  });

  test('keeps placeholders and tags, each once, in any order', () => {
    expect(placeholdersOf('<0>{name}</0> and {count, plural, one {#}}')).toEqual(['<0>', 'count', 'name']);
    expect(placeholdersOf('{count, plural, one {One of {name}} other {# of {name}}}')).toEqual([
      'count',
      'name',
    ]);
  });
});
