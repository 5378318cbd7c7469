import { setTimeout as delay } from 'node:timers/promises';
import { isOurPostmaster, markPostmasterPidStale, readPostmasterPid } from './postmaster-pid.ts';
import { dataFolderNotAccessible } from './problems.ts';
import { readProcess } from './read-process.ts';
import { removeSocketDir } from './socket-dir.ts';

const pollEveryMs = 20;
const stopWithinMs = 30_000;

/**
 * What a killed predecessor left on the data folder. A PostgreSQL that still runs is stopped rather than taken over:
 * its settings, its sessions and their locks belong to a start that is gone.
 *
 * @returns `clean` (nothing was there), `stale` (only files) or `stopped` (a live server was ended)
 */
export async function clearPredecessor(
  dataDir: string,
  socketDirToKeep: string | undefined,
): Promise<'clean' | 'stale' | 'stopped'> {
  const left = await readPostmasterPid(dataDir);
  if (left === undefined) return 'clean';
  if (await isOurPostmaster(dataDir, left.pid)) {
    await stopProcess(dataDir, left.pid);
    if (left.socketDir !== socketDirToKeep) await removeSocketDir(left.socketDir);
    return 'stopped';
  }
  if (left.socketDir !== socketDirToKeep) await removeSocketDir(left.socketDir);
  if ((await readProcess(left.pid)) !== undefined) await markPostmasterPidStale(dataDir);
  return 'stale';
}

async function stopProcess(dataDir: string, pid: number): Promise<void> {
  const deadlineMs = performance.now() + stopWithinMs;
  send(dataDir, pid, 'SIGINT');
  while (await isOurPostmaster(dataDir, pid)) {
    if (performance.now() > deadlineMs) {
      throw dataFolderNotAccessible(dataDir, `another PostgreSQL (pid ${pid}) uses it and does not stop`);
    }
    await delay(pollEveryMs);
  }
}

function send(dataDir: string, pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (cause) {
    const isGone = cause instanceof Error && 'code' in cause && cause.code === 'ESRCH';
    if (!isGone)
      throw dataFolderNotAccessible(dataDir, `another user's PostgreSQL (pid ${pid}) uses it`, cause);
  }
}
