/** Biome formats and sorts imports; `npm run format` repairs what this guard finds. */
import * as z from 'zod';
import type { Findings, Guard } from '../guard.ts';
import { describeFailure, runTool } from '../run-tool.ts';

const answerSchema = z.object({
  summary: z.object({ unchanged: z.number(), changed: z.number(), errors: z.number() }),
  diagnostics: z.array(
    z.object({ category: z.string(), message: z.string(), location: z.object({ path: z.string() }) }),
  ),
});

export const format: Guard = { name: 'format', check };

async function check(): Promise<Findings> {
  const answer = await runTool('@biomejs/biome', ['check', '--reporter=json', '--max-diagnostics=none', '.']);
  const parsed = answerSchema.safeParse(JSON.parse(answer.stdout || 'null'));
  if (!parsed.success) throw new Error(describeFailure('biome', answer), { cause: parsed.error });
  const { summary, diagnostics } = parsed.data;
  return {
    looked: { count: summary.unchanged + summary.changed, at: 'files' },
    problems: diagnostics.map(({ location, category }) => `${location.path}: ${category} (npm run format)`),
  };
}
