/**
 * Generated files are current: they are made again in memory and must not differ by a byte, and nothing is left over in
 * the folders that hold only generated files. `npm run gen` repairs.
 */
import { createGeneratedFiles, generatedFolders } from '../../generate/generated-files.ts';
import type { Findings, Guard } from '../guard.ts';
import { exists, readText, repositoryFiles } from '../repository.ts';

export const generated: Guard = { name: 'generated', check };

async function check(): Promise<Findings> {
  const files = createGeneratedFiles();
  const stale = [...files].filter(([path, text]) => !exists(path) || readText(path) !== text);
  const left = repositoryFiles.filter(
    (path) => !files.has(path) && generatedFolders.some((folder) => path.startsWith(folder)),
  );
  return {
    looked: { count: files.size, at: 'generated files' },
    problems: [
      ...stale.map(([path]) => `${path}: not what the sources give (npm run gen)`),
      ...left.map((path) => `${path}: nothing generates it any more (npm run gen)`),
    ],
  };
}
