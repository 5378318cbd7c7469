import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Clock } from '#platform/clock';
import { isMissingFile } from './missing-file.ts';

/** Under the names that the product gives; a file that somebody named otherwise is theirs to clear away. */
const abandonedPattern = /\.renkei-backup\.partial$/;
/** Whoever is at work on one writes to it all the time. */
const abandonedAfterMs = 60 * 60 * 1_000;

/** Where a backup is while it is not whole. */
export function partialOf(file: string): string {
  return `${file}.partial`;
}

/** What backups left in this folder when they were killed: as large as the whole, and of no use. */
export async function removeAbandoned(file: string, clock: Clock): Promise<void> {
  const folder = dirname(file);
  const abandonedBeforeMs = clock.now().getTime() - abandonedAfterMs;
  for (const name of await readdir(folder)) {
    if (!abandonedPattern.test(name) || name === basename(partialOf(file))) continue;
    const path = join(folder, name);
    const writtenAtMs = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      (error: unknown) => {
        // Another backup came to its end meanwhile.
        if (isMissingFile(error)) return undefined;
        throw error;
      },
    );
    if (writtenAtMs !== undefined && writtenAtMs < abandonedBeforeMs) await rm(path, { force: true });
  }
}
