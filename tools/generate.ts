/** `npm run gen`: writes every generated file that differs, and removes what is left over in the generated folders. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exists, readText, repositoryFiles, root } from './check/repository.ts';
import { createGeneratedFiles, generatedFolders } from './generate/generated-files.ts';

const files = createGeneratedFiles();
for (const [path, text] of files) {
  if (exists(path) && readText(path) === text) continue;
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`wrote ${path}`);
}
for (const path of repositoryFiles) {
  if (files.has(path) || !generatedFolders.some((folder) => path.startsWith(folder))) continue;
  rmSync(join(root, path));
  console.log(`removed ${path}`);
}
