import * as fc from 'fast-check';

/** What a value may be replaced with: what breaks parsers, databases, arithmetic and whoever trusts a name. */
const hostileLeaves: readonly unknown[] = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u2066\ufeff',
  '',
  ' ',
  'x'.repeat(70_000),
  '\u0301'.repeat(3_000),
  "'; drop table messages; --",
  '<script>alert(1)</script>',
  '{{constructor}}',
  '%s%n%00%2e%2e%2f',
  '../../../../etc/passwd',
  '__proto__',
  '0000-00-00T00:00:00Z',
  '2026-02-30T25:61:61Z',
  '+275760-09-13T00:00:00.001Z',
  '00000000-0000-0000-0000-000000000000',
  'javascript:alert(1)',
  'http://169.254.169.254/',
  '+0',
  '１２３',
  0,
  -1,
  0.1,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  true,
  null,
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
];

const arbitraryHostileLeaf = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...hostileLeaves) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

type Path = readonly (string | number)[];

/** The value with one or several of its parts replaced, left out, repeated or given a neighbour nobody knows. */
export function arbitraryBroken(sample: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(sample);
  const change = fc.record({
    path: fc.constantFrom(...paths),
    how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'wrap', 'add'),
    leaf: arbitraryHostileLeaf,
  });
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) =>
      changes.reduce((value, { path, how, leaf }) => changeAt(value, path, how, leaf), sample),
    );
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

function changeAt(value: unknown, [key, ...rest]: Path, how: string, leaf: unknown): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) {
    if (how === 'wrap') return [value, value];
    return how === 'add' && typeof value === 'object' ? { ...value, unknownField: leaf } : leaf;
  }
  const copy = Array.isArray(value) ? [...value] : { ...value };
  if (how === 'remove' && rest.length === 0) Reflect.deleteProperty(copy, key);
  else Reflect.set(copy, key, changeAt(Reflect.get(value, key), rest, how, leaf));
  return copy;
}

/** Bodies as they go over the wire, that say they are JSON or something else. */
export const arbitraryHostileBody: fc.Arbitrary<{ readonly type: string; readonly text: string }> = fc.record(
  {
    type: fc.constantFrom(
      'application/json',
      'application/json',
      'application/json; charset=utf-7',
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/x-ndjson',
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'nonsense',
      '',
    ),
    text: fc.constantFrom(
      '',
      'null',
      '0',
      '"text"',
      '[]',
      '{',
      '{}{}',
      '\ufeff{}',
      '{"a":1e999}',
      '{"a":"\\u0000","b":"\\ud800"}',
      '{"__proto__":{"role":"owner"},"constructor":{"prototype":{"role":"owner"}}}',
      '['.repeat(50_000),
      `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
      `{${Array.from({ length: 5_000 }, (_, index) => `"k${index}":0`).join(',')}}`,
      '--x\r\ncontent-disposition: form-data; name="file"; filename="../../a\u0000b"\r\n\r\nx\r\n--x--\r\n',
      '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nx\r\n--x--\r\n',
      '--x\r\n\r\n',
    ),
  },
);

/** What stands in a path or behind the question mark. */
export const arbitraryHostileText: fc.Arbitrary<string> = fc.constantFrom(
  ...hostileLeaves
    .filter((leaf): leaf is string => typeof leaf === 'string' && leaf.length < 1_000)
    .map((leaf) => leaf.toWellFormed()),
  '-1',
  '99999999999999999999',
  'x'.repeat(3_000),
  'eyJhIjoxfQ',
  '[object Object]',
);
