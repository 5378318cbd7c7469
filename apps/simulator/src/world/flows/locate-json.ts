/** Where a value stands in a text, from the first character to after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface LocatedJson {
  readonly value: unknown;
  /** By path, as in `screens[0].layout`; the whole document is ''. */
  readonly spans: ReadonlyMap<string, Span>;
}

/** A JSON text that is none; `at` is where it goes wrong. */
export class JsonFault extends Error {
  override readonly name = 'JsonFault';
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Parses JSON and remembers where every value stands. Throws `JsonFault`. */
export function locateJson(text: string): LocatedJson {
  const spans = new Map<string, Span>();
  let at = 0;

  const skip = () => {
    while (' \n\r\t'.includes(text[at] ?? '-')) at += 1;
  };
  const expect = (character: string) => {
    skip();
    if (text[at] !== character) throw new JsonFault(`Expected "${character}"`, at);
    at += 1;
  };
  const isNext = (character: string) => {
    skip();
    return text[at] === character;
  };

  const readString = (): string => {
    const match = /"(?:[^"\\\u0000-\u001f]|\\.)*"/y;
    match.lastIndex = at;
    const found = match.exec(text)?.[0];
    if (found === undefined) throw new JsonFault('Expected a string', at);
    at += found.length;
    return String(parseLiteral(found, at));
  };
  const readList = (path: string): unknown[] => {
    const items: unknown[] = [];
    expect('[');
    while (!isNext(']')) {
      if (items.length > 0) expect(',');
      items.push(readValue(`${path}[${items.length}]`));
    }
    at += 1;
    return items;
  };
  const readObject = (path: string): unknown => {
    const entries: [string, unknown][] = [];
    expect('{');
    while (!isNext('}')) {
      if (entries.length > 0) expect(',');
      skip();
      const key = readString();
      expect(':');
      entries.push([key, readValue(path === '' ? key : `${path}.${key}`)]);
    }
    at += 1;
    return Object.fromEntries(entries);
  };
  const readLiteral = (): unknown => {
    const match = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
    match.lastIndex = at;
    const found = match.exec(text)?.[0];
    if (found === undefined) throw new JsonFault('Expected a value', at);
    at += found.length;
    return parseLiteral(found, at);
  };
  const readValue = (path: string): unknown => {
    skip();
    const start = at;
    const readers: Readonly<Record<string, () => unknown>> = {
      '{': () => readObject(path),
      '[': () => readList(path),
      '"': readString,
    };
    const value = (readers[text[at] ?? ''] ?? readLiteral)();
    spans.set(path, { start, end: at });
    return value;
  };

  const value = readValue('');
  skip();
  if (at < text.length) throw new JsonFault('Unexpected text after the end', at);
  return { value, spans };
}

function parseLiteral(text: string, at: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonFault('Not a JSON value', at);
  }
}

/** Line and column of a position, counted from 1. */
export function lineAndColumn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
