/** The files of this repository: what git knows or would take, never what it ignores. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';

export { root };

/** Paths from the root, with forward slashes; those not yet committed too, so that a guard speaks before the commit. */
export const repositoryFiles: readonly string[] = listFiles('--cached', '--others', '--exclude-standard');

export function committedFiles(): readonly string[] {
  return listFiles('--cached');
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function exists(path: string): boolean {
  return existsSync(join(root, path));
}

/** Our sources: TypeScript that a compiler reads, generated files left out. */
export const sourceFiles: readonly string[] = repositoryFiles.filter(
  (path) => /\.tsx?$/.test(path) && !path.endsWith('.gen.ts'),
);

function listFiles(...options: readonly string[]): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', ...options], { cwd: root, maxBuffer: 64 << 20 });
  const paths = new Set(listed.toString('utf8').split('\0'));
  return [...paths].filter((path) => path !== '' && exists(path)).toSorted();
}
