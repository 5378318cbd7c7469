import { spawn } from 'node:child_process';
import { chown, mkdir, open, readFile, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { PostgresBinaries } from './binaries.ts';
import { didNotStart, diskFull, wrongDataVersion } from './problems.ts';
import { commandLine, type RunAs } from './run-as.ts';
import { postgresEnvironment } from './settings.ts';

/** A new cluster takes 40 MB, its first write-ahead log segments the rest. */
const leastFreeBytes = 200_000_000;

/** Makes the cluster when there is none; otherwise checks that this PostgreSQL can open it. */
export async function initialiseDataDir(
  dataDir: string,
  binaries: PostgresBinaries,
  runAs: RunAs,
): Promise<'created' | 'present'> {
  const found = await readVersion(dataDir);
  if (found !== undefined && found !== binaries.majorVersion) {
    throw wrongDataVersion(dataDir, found, binaries.majorVersion);
  }
  if (found !== undefined) return 'present';
  await checkFreeSpace(dataDir, leastFreeBytes);
  await createCluster(dataDir, binaries, runAs);
  return 'created';
}

export async function checkFreeSpace(dataDir: string, leastBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(dataDir));
  const freeBytes = bavail * bsize;
  if (freeBytes < leastBytes) throw diskFull(dataDir, freeBytes);
}

/** Made under another name and renamed when whole, so a kill in the middle leaves nothing that looks finished. */
async function createCluster(dataDir: string, binaries: PostgresBinaries, runAs: RunAs): Promise<void> {
  const partial = `${dataDir}.initialising`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  if (runAs.owner !== undefined) await chown(partial, runAs.owner.uid, runAs.owner.gid);
  await runInitdb(partial, dataDir, binaries, runAs);
  await rename(partial, dataDir);
  await using parent = await open(dirname(dataDir));
  await parent.sync();
}

async function runInitdb(
  partial: string,
  dataDir: string,
  binaries: PostgresBinaries,
  runAs: RunAs,
): Promise<void> {
  const [command, ...args] = commandLine(runAs.prefix, binaries.initdb, [
    `--pgdata=${partial}`,
    '--username=postgres',
    '--auth-local=trust',
    '--auth-host=reject',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    // pg_trgm and the full-text parser read lc_ctype, whatever the provider: with "C" they see no Japanese at all.
    '--lc-ctype=C.UTF-8',
    '--lc-messages=C',
  ]);
  const child = spawn(command, args, {
    ...runAs.identity,
    cwd: '/',
    env: postgresEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [errors, code] = await Promise.all([
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve)),
  ]);
  if (code === 0) return;
  await checkFreeSpace(dataDir, leastFreeBytes / 4);
  throw didNotStart(dataDir, errors.trim().split('\n').slice(-10));
}

async function readVersion(dataDir: string): Promise<string | undefined> {
  try {
    return (await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
