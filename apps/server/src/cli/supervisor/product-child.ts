import type { Localized } from '@renkei/contract';
import { readProcess } from '#platform/embedded-postgres';
import type { Logger } from '#platform/log';
import { answers } from './answers.ts';
import type { DataFolderLock, RecordedChild } from './data-folder-lock.ts';
import { openLogFile } from './log-file.ts';
import { type ManagedChild, startManagedChild } from './managed-child.ts';
import { notices } from './notices.ts';

/** What the processes of one running product share. */
export interface Family {
  readonly dataDir: string;
  readonly lock: DataFolderLock;
  readonly log: Logger;
  readonly tell: (notice: Localized) => void;
  readonly undo: (() => Promise<void>)[];
  readonly pids: Map<string, number>;
  /** Given to processes so far. */
  readonly ports: Set<number>;
}

export interface ProductChildOptions {
  readonly name: 'server' | 'simulator';
  readonly nodeArguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly readyUrl: string;
  readonly stopWithinMs: number;
}

const readyWithinMs = 30_000;

/** A supervised process with its log file, whose pid is written into the lock for the day we are killed. */
export async function startProductChild(family: Family, options: ProductChildOptions): Promise<ManagedChild> {
  const { dataDir, log, pids, tell, undo } = family;
  const { name, readyUrl } = options;
  const logFile = await openLogFile(dataDir, name);
  undo.push(() => logFile.close());
  const child = startManagedChild({
    ...options,
    logFile,
    readyWithinMs,
    isReady: () => answers(readyUrl),
    onSpawn(pid) {
      log.info({ name, pid }, 'started');
      pids.set(name, pid);
      recordChildren(family).catch((error: unknown) => log.error({ err: error }, 'cannot write the lock'));
    },
    onCrash(how) {
      log.error({ name, how }, 'ended unexpectedly and is started again');
      tell(notices.restarting(name, how));
    },
  });
  undo.push(() => child.stop());
  return child;
}

async function recordChildren({ lock, pids }: Family): Promise<void> {
  const children = await Promise.all([...pids].map(([name, pid]) => describeChild(name, pid)));
  await lock.update({ children: children.filter((child) => child !== undefined) });
}

async function describeChild(name: string, pid: number): Promise<RecordedChild | undefined> {
  const found = await readProcess(pid);
  return found && { name, pid, startMark: found.startMark };
}
