import type { z } from 'zod';

/** Codes with which Meta refuses a malformed send at once. (Meta, "Cloud API error codes", 2026-11) */
export const sendProblemCodes = {
  unsupportedParameter: 100,
  requiredParameterMissing: 131008,
  invalidValue: 131009,
  unsupportedMessageType: 131051,
  templateParameterValue: 132008,
  templateParameterFormat: 132012,
} as const;
export type SendProblemCode = (typeof sendProblemCodes)[keyof typeof sendProblemCodes];

/** What is wrong with a send call, in Graph's terms. */
export interface SendProblem {
  readonly code: SendProblemCode;
  /** The field's path: `interactive.action.buttons[1].reply.title`; empty for the body as a whole. */
  readonly path: string;
  /** As in `error_data.details`: the path and what is wrong with it. */
  readonly details: string;
}

/** Names the code that Meta gives where zod's own kind of issue does not tell it. */
export function problemCode(code: keyof typeof sendProblemCodes): { readonly problem: string } {
  return { problem: code };
}

export type StrictReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: SendProblem };

/** Parses a request body; refusals come back as the first problem, and Meta, too, names one at a time. */
export function parseStrict<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): StrictReading<z.output<Schema>> {
  const parsed = schema.safeParse(body, { reportInput: true });
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, problem: toProblem(parsed.error) };
}

function toProblem(error: z.ZodError): SendProblem {
  const issue = deepest(error.issues[0]);
  if (issue === undefined)
    return { code: sendProblemCodes.invalidValue, path: '', details: 'the body is invalid' };
  const path = formatPath(
    issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path,
  );
  return { code: codeOf(issue), path, details: `${path || 'the body'} ${describe(issue)}` };
}

type Issue = z.core.$ZodIssue;

/** Where one of several shapes was due, the problem in the shape that was meant: the one that fits furthest. */
function deepest(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  const [nearest] = issue.errors
    .flatMap(([first]) => (first === undefined ? [] : [first]))
    .toSorted((one, other) => other.path.length - one.path.length);
  if (nearest === undefined || nearest.path.length === 0) return issue;
  return deepest({ ...nearest, path: [...issue.path, ...nearest.path] });
}

/** Kinds of issue about a parameter's type or its list of allowed words: Meta's "(#100) Param … must be one of …". */
const typeIssues: ReadonlySet<Issue['code']> = new Set(['invalid_type', 'invalid_value', 'invalid_union']);

function codeOf(issue: Issue): SendProblemCode {
  if (issue.code === 'custom') {
    const named: unknown = issue.params?.problem;
    return isProblemName(named) ? sendProblemCodes[named] : sendProblemCodes.invalidValue;
  }
  if (isMissing(issue)) return sendProblemCodes.requiredParameterMissing;
  if (issue.code === 'unrecognized_keys' || typeIssues.has(issue.code))
    return sendProblemCodes.unsupportedParameter;
  return sendProblemCodes.invalidValue;
}

function describe(issue: Issue): string {
  if (isMissing(issue)) return 'is required';
  if (issue.code === 'unrecognized_keys') return 'is not a parameter here';
  if (issue.code === 'invalid_type') return `must be ${nameType(issue.expected)}`;
  if (issue.code === 'invalid_value') return `must be one of {${issue.values.map(String).join(', ')}}`;
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options !== undefined) {
    return `must be one of {${issue.options.map(String).join(', ')}}`;
  }
  if (issue.code === 'too_big') return `must have at most ${issue.maximum} items`;
  if (issue.code === 'too_small') return `must have at least ${issue.minimum} items`;
  return issue.message;
}

function nameType(expected: string): string {
  return /^[aeio]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

function isMissing(issue: Issue): boolean {
  return typeIssues.has(issue.code) && issue.input === undefined;
}

function isProblemName(name: unknown): name is keyof typeof sendProblemCodes {
  return typeof name === 'string' && Object.hasOwn(sendProblemCodes, name);
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}
