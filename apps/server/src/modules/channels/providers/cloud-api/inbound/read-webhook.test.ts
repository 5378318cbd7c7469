import { fixtureNames, readFixture } from '@renkei/graph-api/fixtures';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCloudApiWebhook } from './read-webhook.ts';

type Path = readonly (string | number)[];

/** Every place of a value that holds something. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  const entries = Array.isArray(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : [];
  return [path, ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether it says that anything has happened at all. */
function hasChanges(body: unknown): boolean {
  const entries = isRecord(body) && Array.isArray(body['entry']) ? body['entry'] : [];
  return entries.some(
    (entry) => isRecord(entry) && Array.isArray(entry['changes']) && entry['changes'].length > 0,
  );
}

/** The same value with something else at one place. */
function withItem(value: unknown, [key, ...rest]: Path, item: unknown): unknown {
  if (key === undefined) return item;
  if (Array.isArray(value))
    return value.map((each, index) => (index === key ? withItem(each, rest, item) : each));
  return isRecord(value) ? { ...value, [key]: withItem(value[key], rest, item) } : value;
}

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(1e21, -1, '9'.repeat(30), '', [], {}),
);

describe('a webhook of Meta with anything at any place of it', () => {
  it.each(fixtureNames)('never throws and never disappears: %s', (name) => {
    const body: unknown = JSON.parse(readFixture(name).toString());
    const paths = pathsOf(body);
    fc.assert(
      fc.property(fc.nat(paths.length - 1), anything, (index, item) => {
        const broken = withItem(body, paths[index] ?? [], item);
        const { facts, problems } = readCloudApiWebhook(Buffer.from(JSON.stringify(broken)));
        if (hasChanges(broken)) expect(facts.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
