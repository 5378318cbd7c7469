import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readProcess } from './read-process.ts';

/** PostgreSQL's own lock file; the meaning of its lines is in its `miscinit.h` (`LOCK_FILE_LINE_…`). */
export interface PostmasterPid {
  readonly pid: number;
  readonly port: number;
  readonly socketDir: string;
  readonly isReady: boolean;
}

export async function readPostmasterPid(dataDir: string): Promise<PostmasterPid | undefined> {
  const text = await readFile(pidFile(dataDir), 'utf8').catch(ignoreMissing);
  const lines = text?.split('\n').map((line) => line.trim());
  const pid = Number(lines?.[0]);
  if (lines === undefined || !Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), socketDir: lines[4] ?? '', isReady: lines[7] === 'ready' };
}

/** True when the recorded process lives and is the PostgreSQL of this very folder, not a stranger with a reused pid. */
export async function isOurPostmaster(dataDir: string, pid: number): Promise<boolean> {
  const found = await readProcess(pid);
  return found !== undefined && found.commandLine.includes('postgres') && found.commandLine.includes(dataDir);
}

/**
 * A stale lock whose pid now belongs to a stranger makes PostgreSQL refuse to start. Naming our own pid instead
 * makes it stale for sure (PostgreSQL ignores its parent's pid) and, unlike deleting the file, keeps the check
 * that no backend of the dead server still uses its shared memory.
 */
export async function markPostmasterPidStale(dataDir: string): Promise<void> {
  const text = await readFile(pidFile(dataDir), 'utf8');
  await writeFile(pidFile(dataDir), text.replace(/^\d+/, String(process.pid)));
}

function pidFile(dataDir: string): string {
  return join(dataDir, 'postmaster.pid');
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
