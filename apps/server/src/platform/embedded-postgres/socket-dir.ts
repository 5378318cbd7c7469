import { chmod, chown, mkdtemp, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { RunAs } from './run-as.ts';

/** `sun_path` holds 107 bytes and a terminator; what PostgreSQL appends is `/.s.PGSQL.5432`. */
const longestDirBytes = 107 - '/.s.PGSQL.65535'.length;
const dirPrefix = 'renkei-pg-';
const sweepAfterMs = 60_000;

/**
 * A fresh folder with a short name: the data folder's own path may be too long for a socket. Only PostgreSQL's user
 * (and root) may enter it, which is what stands in for a password.
 */
export async function makeSocketDir(runAs: RunAs): Promise<string> {
  const roots = [process.env.XDG_RUNTIME_DIR, tmpdir(), '/tmp'];
  const root = roots.find((candidate) => candidate !== undefined && isUsable(candidate, runAs)) ?? '/tmp';
  await sweepEmptyDirs(root);
  const socketDir = await mkdtemp(join(root, dirPrefix));
  await chmod(socketDir, 0o700);
  if (runAs.owner !== undefined) await chown(socketDir, runAs.owner.uid, runAs.owner.gid);
  return socketDir;
}

export async function removeSocketDir(socketDir: string): Promise<void> {
  // The path may come from a lock file: never remove a folder that does not bear our name.
  if (basename(socketDir).startsWith(dirPrefix)) await rm(socketDir, { recursive: true, force: true });
}

/** A kill leaves an empty folder behind. Young ones may belong to a start that has not bound its socket yet. */
async function sweepEmptyDirs(root: string): Promise<void> {
  const names = (await readdir(root)).filter((name) => name.startsWith(dirPrefix));
  await Promise.allSettled(
    names.map(async (name) => {
      const path = join(root, name);
      if (Date.now() - (await stat(path)).mtimeMs > sweepAfterMs) await rmdir(path);
    }),
  );
}

function isUsable(root: string, runAs: RunAs): boolean {
  const isShort = Buffer.byteLength(join(root, `${dirPrefix}123456`)) <= longestDirBytes;
  const isPlain = !/[",]/.test(root);
  // root's own runtime folder is closed to the user PostgreSQL runs as.
  const isOpen = runAs.owner === undefined || root !== process.env.XDG_RUNTIME_DIR;
  return isShort && isPlain && isOpen;
}
