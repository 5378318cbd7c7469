import type { z } from 'zod';
import { isJsonRecord } from '../json.ts';

export type Issue = z.core.$ZodIssue;

export interface FirstIssue {
  readonly issue: Issue;
  /** `interactive.action.buttons[1].reply.title`; empty for the body as a whole. */
  readonly path: string;
  /** The path and what is wrong with it. */
  readonly details: string;
}

/** The first thing that is wrong, in words: Meta, too, names one at a time. */
export function readFirstIssue(error: z.ZodError): FirstIssue {
  const issue = deepest(error.issues[0] ?? nothing);
  const path = formatPath(
    issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path,
  );
  return { issue, path, details: `${path || 'the body'} ${describe(issue)}` };
}

/** zod promises at least one issue, but not in its types. */
const nothing: Issue = { code: 'custom', path: [], message: 'is invalid', input: undefined };

/** Where one of several shapes was due, the problem in the shape that was meant: the one that fits furthest. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const [nearest] = issue.errors
    .flatMap(([first]) => (first === undefined ? [] : [first]))
    .toSorted((one, other) => other.path.length - one.path.length);
  if (nearest === undefined || nearest.path.length === 0) return issue;
  return deepest({ ...nearest, path: [...issue.path, ...nearest.path] });
}

/** Kinds of issue about a parameter's type or its list of allowed words: Meta's "(#100) Param … must be one of …". */
const typeIssues: ReadonlySet<Issue['code']> = new Set(['invalid_type', 'invalid_value', 'invalid_union']);

export function isTypeIssue(issue: Issue): boolean {
  return typeIssues.has(issue.code);
}

export function isMissing(issue: Issue): boolean {
  if (!isTypeIssue(issue)) return false;
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined) {
    return isJsonRecord(issue.input) && issue.input[issue.discriminator] === undefined;
  }
  return issue.input === undefined;
}

function describe(issue: Issue): string {
  if (isMissing(issue)) return 'is required';
  if (issue.code === 'unrecognized_keys') return 'is not a parameter here';
  if (issue.code === 'invalid_type') return `must be ${nameType(issue.expected)}`;
  if (issue.code === 'invalid_value') return `must be one of {${issue.values.map(String).join(', ')}}`;
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options !== undefined) {
    return `must be one of {${issue.options
      .filter((option) => option !== undefined)
      .map(String)
      .join(', ')}}`;
  }
  if (issue.code === 'too_big') return `must have at most ${issue.maximum} items`;
  if (issue.code === 'too_small') return `must have at least ${issue.minimum} items`;
  return issue.message;
}

function nameType(expected: string): string {
  return /^[aeio]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

/** `contacts[0].name`, as Meta writes paths in its details. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}
