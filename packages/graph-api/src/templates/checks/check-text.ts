import type { z } from 'zod';
import { templateProblem, type templateProblemSubcodes } from '../problem.ts';
import {
  communityFixedWords,
  countFixedWords,
  listTemplateVariables,
  listVariableNames,
  type TemplateVariable,
} from '../variables.ts';

export type ParameterFormat = 'POSITIONAL' | 'NAMED';

export interface TextRules {
  readonly format: ParameterFormat;
  /** How many fixed words a text with so many variables needs. */
  readonly fixedWords: (variables: number) => number;
}

export const defaultTextRules = { fixedWords: communityFixedWords } as const;

interface CheckedText {
  readonly text: string;
  readonly path: readonly PropertyKey[];
  /** The refusal when the variables themselves are malformed. */
  readonly malformed: 'headerFormat' | 'bodyFormat';
}

type Report = (message: string, problem: keyof typeof templateProblemSubcodes) => void;

/** Checks the variables of a header's or body's text against the format the template declares. */
export function checkVariables(checked: CheckedText, { format }: TextRules, context: z.RefinementCtx): void {
  const { text, malformed } = checked;
  const report = reporter(checked, context);
  const names = listVariableNames(text);
  const wrong = names.find((name) => !variableNames[format].test(name));
  if (wrong !== undefined) {
    report(`has the variable {{${wrong}}}, which is not a ${describeFormat[format]}`, malformed);
  } else if (format === 'POSITIONAL' && !isSequence(names)) {
    report(`must number its variables {{1}}, {{2}} and so on, has ${names.join(', ')}`, malformed);
  } else if (/\{\{|\}\}/.test(text.replaceAll(/\{\{[^{}]*\}\}/g, ''))) {
    report('has braces without a partner', malformed);
  }
}

/** Checks what holds for a body only: text around and between its variables, and enough of it. */
export function checkBodyText(checked: CheckedText, rules: TextRules, context: z.RefinementCtx): void {
  checkVariables(checked, rules, context);
  const { text } = checked;
  const report = reporter(checked, context);
  const variables = listTemplateVariables(text);
  if (variables.length === 0) return;
  if (isAtEdge(text, variables)) {
    report('must not start or end with a variable', 'variableAtEdge');
  } else if (hasNeighbours(text, variables)) {
    report('must have text between its variables', 'bodyFormat');
  } else if (countFixedWords(text) < rules.fixedWords(variables.length)) {
    const needed = rules.fixedWords(variables.length);
    report(`has too many variables for its length: ${needed} other words are needed`, 'tooManyVariables');
  }
}

const variableNames = { POSITIONAL: /^[1-9]\d*$/, NAMED: /^[a-z_][a-z0-9_]*$/ } as const;
const describeFormat = {
  POSITIONAL: 'number',
  NAMED: 'name of lower-case letters, digits and underscores',
} as const;

function reporter({ path }: CheckedText, context: z.RefinementCtx): Report {
  return (message, problem) => {
    context.addIssue({ code: 'custom', path: [...path, 'text'], message, params: templateProblem(problem) });
  };
}

function isSequence(names: readonly string[]): boolean {
  const numbers = names.map(Number).toSorted((one, other) => one - other);
  return numbers.every((number, index) => number === index + 1);
}

function isAtEdge(text: string, variables: readonly TemplateVariable[]): boolean {
  const first = variables[0];
  const last = variables.at(-1);
  return text.slice(0, first?.start ?? 0).trim() === '' || text.slice(last?.end ?? text.length).trim() === '';
}

function hasNeighbours(text: string, variables: readonly TemplateVariable[]): boolean {
  return variables.some(({ end }, index) => {
    const next = variables[index + 1];
    return next !== undefined && text.slice(end, next.start).trim() === '';
  });
}
