/** One name of `?fields=`: its sub-selection and its arguments. */
export interface FieldRequest {
  readonly name: string;
  /** `analytics.start(1).end(2)` gives `{start: '1', end: '2'}`; a list keeps its brackets: `["a"]`. */
  readonly arguments: Readonly<Record<string, string>>;
  /** `b{c,d}` gives c and d; undefined when nothing was selected inside. */
  readonly fields?: readonly FieldRequest[] | undefined;
  /** The same as it was written. */
  readonly selection?: string | undefined;
}

/** Reads Graph's field language: `a,b{c,d},e.limit(5),f.start(1).end(2){g}`. Broken parts are read as far as they go. */
export function parseFields(text: string): readonly FieldRequest[] {
  return splitTopLevel(text, ',').flatMap((part) => {
    const request = parseOne(part.trim());
    return request.name === '' ? [] : [request];
  });
}

function parseOne(text: string): FieldRequest {
  const brace = indexOutsideParentheses(text, '{');
  const head = brace < 0 ? text : text.slice(0, brace);
  const inner = brace < 0 ? undefined : text.slice(brace + 1, text.lastIndexOf('}'));
  const [name = '', ...modifiers] = splitTopLevel(head, '.');
  return {
    name: name.trim().replace(/\(.*$/s, ''),
    arguments: Object.fromEntries(modifiers.flatMap(parseModifier)),
    ...(inner === undefined ? {} : { fields: parseFields(inner), selection: inner }),
  };
}

function parseModifier(text: string): [string, string][] {
  const match = /^\s*(\w+)\((.*)\)\s*$/s.exec(text);
  return match ? [[match[1] ?? '', (match[2] ?? '').trim()]] : [];
}

function splitTopLevel(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === separator && depth === 0) {
      parts.push('');
      continue;
    }
    if ('{(['.includes(character)) depth += 1;
    if ('})]'.includes(character)) depth -= 1;
    parts[parts.length - 1] += character;
  }
  return parts;
}

function indexOutsideParentheses(text: string, wanted: string): number {
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === wanted && depth === 0) return index;
  }
  return -1;
}
