/**
 * Every project compiles, and every source file belongs to a project.
 *
 * The native compiler checks each tsconfig.json (tsconfig.<part>.json too). A file that no project includes would be
 * checked by nobody: it is a problem of its own. No build information is kept: with `--noEmit --incremental` TypeScript
 * 7.0.2 went on telling errors that had been repaired.
 */
import { relative, sep } from 'node:path';
import type { Findings, Guard } from '../guard.ts';
import { repositoryFiles, root, sourceFiles } from '../repository.ts';
import { describeFailure, runTool } from '../run-tool.ts';

const compiler = '@typescript/native#tsc';

export const types: Guard = { name: 'types', check };

async function check(): Promise<Findings> {
  const projects = repositoryFiles.filter((path) => /(^|\/)tsconfig(\.(?!base)\w+)?\.json$/.test(path));
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const project of projects) {
    const answer = await compile(project);
    problems.push(...answer.problems);
    for (const file of answer.files) seen.add(file);
  }
  const orphans = sourceFiles.filter((path) => !seen.has(path));
  problems.push(...orphans.map((path) => `${path}: belongs to no tsconfig.json`));
  return { looked: { count: seen.size, at: `files in ${projects.length} projects` }, problems };
}

async function compile(project: string): Promise<{ problems: string[]; files: string[] }> {
  // Four checkers, its default, repeat much of each other's work: with one it needs less than half of the processor.
  const options = ['--noEmit', '--pretty', 'false', '--listFiles', '--checkers', '1'];
  const answer = await runTool(compiler, [...options, '-p', project]);
  const lines = answer.stdout.split(/\r?\n/);
  const problems = lines.filter((line) => /error TS\d+/.test(line));
  const files = lines.map(toRepositoryPath).filter((path) => path !== undefined);
  if (answer.status !== 0 && problems.length === 0)
    problems.push(describeFailure(`tsc -p ${project}`, answer));
  return { problems, files };
}

function toRepositoryPath(line: string): string | undefined {
  const path = relative(root, line.trim()).split(sep).join('/');
  return /^(?!\.\.|.*node_modules\/).+\.tsx?$/.test(path) && !line.includes('error TS') ? path : undefined;
}
