import type { z } from 'zod';
import { readFirstIssue } from '../requests/first-issue.ts';

/** Subcodes of code 100 with which Meta refuses a template at once. (Meta, "Error codes: template creation", 2026) */
export const templateProblemSubcodes = {
  tooLong: 2_388_040,
  headerFormat: 2_388_047,
  bodyFormat: 2_388_072,
  footerFormat: 2_388_073,
  tooManyVariables: 2_388_293,
  variableAtEdge: 2_388_299,
} as const;
export type TemplateProblemSubcode = (typeof templateProblemSubcodes)[keyof typeof templateProblemSubcodes];

/** Why Meta refuses to create or edit a template; what a review thinks of it comes later and elsewhere. */
export interface TemplateProblem {
  readonly code: 100;
  readonly subcode: TemplateProblemSubcode | undefined;
  /** `components[1].text`; empty for the body as a whole. */
  readonly path: string;
  /** The path and what is wrong with it. */
  readonly details: string;
}

export type TemplateReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: TemplateProblem };

/** Names the subcode for an issue; without it the refusal is a plain 100. */
export function templateProblem(name: keyof typeof templateProblemSubcodes): { readonly problem: string } {
  return { problem: name };
}

export function parseTemplateBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): TemplateReading<z.output<Schema>> {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  const { issue, path, details } = readFirstIssue(parsed.error);
  const named: unknown = issue.code === 'custom' ? issue.params?.problem : undefined;
  const subcode = isProblemName(named) ? templateProblemSubcodes[named] : undefined;
  return { ok: false, problem: { code: 100, subcode, path, details } };
}

function isProblemName(name: unknown): name is keyof typeof templateProblemSubcodes {
  return typeof name === 'string' && Object.hasOwn(templateProblemSubcodes, name);
}
