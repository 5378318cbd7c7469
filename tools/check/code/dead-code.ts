/** Files, exports, dependencies that nobody uses, and those that are used without being declared: knip, by knip.json. */
import * as z from 'zod';
import type { Findings, Guard } from '../guard.ts';
import { repositoryFiles, sourceFiles } from '../repository.ts';
import { describeFailure, runTool } from '../run-tool.ts';

const place = z.object({ name: z.string(), line: z.number().optional() });
const answerSchema = z.object({
  issues: z.array(z.object({ file: z.string() }).catchall(z.unknown())),
});

export const deadCode: Guard = { name: 'dead-code', check };

async function check(): Promise<Findings> {
  const answer = await runTool('knip', ['--reporter', 'json', '--no-progress']);
  const parsed = answerSchema.safeParse(JSON.parse(answer.stdout || 'null'));
  if (!parsed.success) throw new Error(describeFailure('knip', answer), { cause: parsed.error });
  const workspaces = repositoryFiles.filter((path) => path.endsWith('package.json')).length;
  return {
    looked: { count: sourceFiles.length, at: `files in ${workspaces} workspaces` },
    problems: parsed.data.issues.flatMap(describeIssue),
  };
}

/** An entry has the file and, for each kind of issue, a list of names. */
function describeIssue({
  file,
  ...kinds
}: z.infer<typeof answerSchema>['issues'][number]): readonly string[] {
  return Object.entries(kinds).flatMap(([kind, list]) => {
    const places = z.array(place).safeParse(list).data ?? [];
    return places.map(({ name, line }) =>
      kind === 'files' ? `${file}: nobody uses this file` : `${file}:${line ?? 1}: ${kind}: ${name}`,
    );
  });
}
