import { execFile } from 'node:child_process';
import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { NotApplicable } from '../invariants/invariant.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The last commit of the release before this one. Moved on when a release is made. */
const previousRelease = '4d4813d';

/**
 * Unpacks the release before this one into a folder, with the dependencies that are installed here, and gives the path of
 * its server.
 *
 * @throws NotApplicable when this clone has no history to take it from
 */
export async function unpackPreviousRelease(folder: string): Promise<string> {
  const git = (...args: string[]) => run('git', ['-C', root, ...args]);
  try {
    await git('cat-file', '-e', `${previousRelease}^{commit}`);
  } catch (cause) {
    throw new NotApplicable(
      `The release before (${previousRelease}) is not in this clone, so it cannot be run beside this one. Fetch the whole history: git fetch --unshallow.`,
      { cause },
    );
  }
  await mkdir(folder, { recursive: true });
  const archive = join(folder, 'release.tar');
  await git('archive', `--output=${archive}`, previousRelease, 'apps', 'packages', 'package.json');
  await run('tar', ['-xf', archive, '-C', folder]);
  await linkDependencies(folder);
  return join(folder, 'apps/server/src/main.ts');
}

/** Everything that is installed here, but our own packages of that release. */
async function linkDependencies(folder: string): Promise<void> {
  const [from, to] = [join(root, 'node_modules'), join(folder, 'node_modules')];
  await mkdir(join(to, '@renkei'), { recursive: true });
  for (const name of await readdir(from)) {
    if (name !== '@renkei') await symlink(join(from, name), join(to, name));
  }
  for (const group of ['apps', 'packages']) {
    for (const name of await readdir(join(folder, group))) {
      await symlink(join(folder, group, name), join(to, '@renkei', name));
    }
  }
}
