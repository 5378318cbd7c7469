/** One run of dependency-cruiser over a tree, by dependency-rules.cjs. */
import { join } from 'node:path';
import * as z from 'zod';
import { root } from '../repository.ts';
import { describeFailure, runTool } from '../run-tool.ts';

const cruiseSchema = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) }),
  }),
});

export interface Cruise {
  /** TypeScript files that were read. */
  readonly seen: ReadonlySet<string>;
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
  /** Rule → what it says. */
  readonly rules: ReadonlyMap<string, string>;
}

export async function cruise(folder: string): Promise<Cruise> {
  const answer = await runTool(
    'dependency-cruiser#depcruise',
    [
      '--config',
      join(root, 'dependency-rules.cjs'),
      '--output-type',
      'json',
      'apps',
      'packages',
      'e2e',
      'tools',
    ],
    folder,
  );
  if (!answer.stdout.startsWith('{')) throw new Error(describeFailure('depcruise', answer));
  const { modules, summary } = cruiseSchema.parse(JSON.parse(answer.stdout));
  const sources = modules
    .map((module) => module.source)
    .filter((source) => /^(?!.*node_modules).+\.tsx?$/.test(source));
  return {
    seen: new Set(sources),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    rules: new Map(summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment])),
  };
}
