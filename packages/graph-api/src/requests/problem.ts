import type { z } from 'zod';
import { type Issue, isMissing, isTypeIssue, readFirstIssue } from './first-issue.ts';

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
  const { issue, path, details } = readFirstIssue(error);
  return { code: codeOf(issue), path, details };
}

function codeOf(issue: Issue): SendProblemCode {
  if (issue.code === 'custom') {
    const named: unknown = issue.params?.problem;
    return isProblemName(named) ? sendProblemCodes[named] : sendProblemCodes.invalidValue;
  }
  if (isMissing(issue)) return sendProblemCodes.requiredParameterMissing;
  if (issue.code === 'unrecognized_keys' || isTypeIssue(issue)) return sendProblemCodes.unsupportedParameter;
  return sendProblemCodes.invalidValue;
}

function isProblemName(name: unknown): name is keyof typeof sendProblemCodes {
  return typeof name === 'string' && Object.hasOwn(sendProblemCodes, name);
}
