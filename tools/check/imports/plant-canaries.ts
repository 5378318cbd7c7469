import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { readText, repositoryFiles, root, sourceFiles } from '../repository.ts';
import { canaries, canaryNeighbours } from './canaries.ts';

/**
 * Copies the sources into a folder of their own below out/ (where node_modules is still found), plants every canary
 * there, and gives the folder to `use`. The folder is removed again, whatever happens.
 */
export async function withPlantedCanaries<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  mkdirSync(join(root, 'out/check'), { recursive: true });
  const folder = mkdtempSync(join(root, 'out/check/imports-'));
  try {
    const manifests = repositoryFiles.filter((path) => /(^|\/)package\.json$/.test(path));
    for (const path of [...sourceFiles, ...manifests]) cpSync(join(root, path), join(folder, path));
    for (const path of manifests) linkWorkspace(folder, dirname(path));
    for (const [file, text] of Object.entries(canaryNeighbours)) write(join(folder, file), text);
    for (const canary of canaries) write(join(folder, canary.file), textOf(canary.imports));
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The workspaces' own names must lead to the copies, not to the originals. */
function linkWorkspace(folder: string, workspace: string): void {
  if (workspace === '.') return;
  const { name } = z
    .object({ name: z.string() })
    .parse(JSON.parse(readText(join(workspace, 'package.json'))));
  const link = join(folder, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(folder, workspace), link, 'junction');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function textOf(specifier: string): string {
  return `import * as planted from '${specifier}';\nexport type Canary = typeof planted;\n`;
}
