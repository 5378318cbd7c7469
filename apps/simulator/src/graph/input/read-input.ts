import type { z } from 'zod';
import type { GraphCall } from '../graph-call.ts';
import { GraphError, missingParameter } from '../graph-error.ts';

/**
 * The parameters of a call in the schema's shape. The first fault is thrown as Graph words it, always code 100:
 * `The parameter x is required.`, `Param x must be one of {A, B} - got "C".`, `Unexpected key "y" on param "x".`
 */
export function readInput<Schema extends z.ZodType>(call: GraphCall, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(call.parameters);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw issue ? describeIssue(issue, call.parameters) : new GraphError(100);
}

/** A parameter refused for a reason of its own. */
export function badParameter(name: string, demand: string): GraphError {
  return new GraphError(100, { message: `(#100) Param ${name} ${demand}` });
}

type Issue = z.core.$ZodIssue;

function describeIssue(issue: Issue, parameters: unknown): GraphError {
  const name = parameterName(issue.path);
  const given = valueAt(parameters, issue.path);
  if (given === undefined && issue.code !== 'unrecognized_keys' && issue.code !== 'custom') {
    return missingParameter(name);
  }
  if (issue.code === 'unrecognized_keys') {
    const on = name === '' ? 'root' : name;
    return new GraphError(100, { message: `(#100) Unexpected key "${issue.keys[0]}" on param "${on}".` });
  }
  const innermost = issue.code === 'invalid_union' ? issue.errors[0]?.[0] : undefined;
  return badParameter(name, demandOf(innermost ?? issue, given));
}

/** `websites[1]`, `call_hours['weekly_operating_hours'][0]['open_time']`: Graph's way to name a nested value. */
function parameterName(path: readonly PropertyKey[]): string {
  const [first, ...rest] = path;
  const inner = rest.map((key) => (typeof key === 'number' ? `[${key}]` : `['${String(key)}']`));
  return first === undefined ? '' : `${String(first)}${inner.join('')}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

function demandOf(issue: Issue, given: unknown): string {
  if (issue.code === 'invalid_value') {
    return `must be one of {${issue.values.map(String).join(', ')}} - got "${printed(given)}".`;
  }
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}${unitOf(issue.origin)}.`;
  if (issue.code === 'too_small') {
    return given === ''
      ? 'must be a non-empty string.'
      : `must be at least ${issue.minimum}${unitOf(issue.origin)}.`;
  }
  if (issue.code === 'invalid_type') return `must be ${withArticle(issue.expected)}.`;
  return issue.message === '' ? 'is not valid.' : issue.message;
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' elements long' : '';
}

function withArticle(type: string): string {
  const word = type === 'int' ? 'integer' : type;
  return /^[aeio]/.test(word) ? `an ${word}` : `a ${word}`;
}

function printed(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
