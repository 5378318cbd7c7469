/**
 * Oxlint with its type-aware part, by .oxlintrc.json: above all, no promise is left floating.
 *
 * The canary is a file with one mistake of each kind that would hurt most. If the linter does not complain about every
 * one of them (a renamed rule, a missing type-aware binary), the guard fails instead of being content.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { Findings, Guard } from '../guard.ts';
import { root } from '../repository.ts';
import { describeFailure, runTool } from '../run-tool.ts';

const answerSchema = z.object({
  number_of_files: z.number(),
  diagnostics: z.array(
    z.object({
      message: z.string(),
      code: z.string().default('oxlint'),
      filename: z.string().default(''),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })).default([]),
    }),
  ),
});

/** Rule → a line that breaks it. */
const mistakes: Readonly<Record<string, string>> = {
  'no-floating-promises': 'export function forget() { load(1); }',
  'no-misused-promises': 'export const kept = [1, 2].filter(async (id) => load(id));',
  'no-explicit-any': 'export type Anything = any;',
  eqeqeq: 'export const same = (a: number, b: number) => a == b;',
  'no-console': "export const speak = () => console.log('loud');",
  'no-non-null-assertion': 'export const first = (list: readonly number[]) => list[0]!;',
};

export const lint: Guard = { name: 'lint', check };

async function check(): Promise<Findings> {
  const [answer, blindSpots] = await Promise.all([runOxlint(root), findBlindSpots()]);
  const problems = answer.diagnostics.map(
    ({ filename, labels, code, message }) => `${filename}:${labels[0]?.span.line ?? 1}: ${code} ${message}`,
  );
  return {
    looked: { count: answer.number_of_files, at: `files, ${Object.keys(mistakes).length} canaries` },
    problems: [...problems, ...blindSpots],
  };
}

async function findBlindSpots(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-lint-'));
  try {
    const load = 'const load = (id: number) => Promise.resolve(id > 1);';
    writeFileSync(join(folder, 'canary.ts'), [load, ...Object.values(mistakes)].join('\n'));
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { strict: true, types: [] } }),
    );
    const { diagnostics } = await runOxlint(folder);
    return Object.keys(mistakes)
      .filter((rule) => !diagnostics.some(({ code }) => code.endsWith(`(${rule})`)))
      .map((rule) => `.oxlintrc.json: a planted mistake was not caught: ${rule}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runOxlint(folder: string) {
  const rules = join(root, '.oxlintrc.json');
  const answer = await runTool('oxlint', ['--type-aware', '--format', 'json', '-c', rules], folder);
  const parsed = answerSchema.safeParse(parseJson(answer.stdout));
  if (!parsed.success) throw new Error(describeFailure('oxlint', answer), { cause: parsed.error });
  return parsed.data;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
