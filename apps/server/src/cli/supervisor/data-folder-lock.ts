import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, readlink, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { readProcess } from '#platform/embedded-postgres';
import { dataFolderLocked } from './problems.ts';

const childSchema = z.object({ name: z.string(), pid: z.int(), startMark: z.string() });

const contentSchema = z.object({
  pid: z.int(),
  startMark: z.string(),
  /** Pids mean something only inside their own namespace: two containers may share one folder. */
  pidNamespace: z.string(),
  since: z.string(),
  folder: z.string(),
  /** Processes the holder started, so that a successor can end what a killed holder left behind. */
  children: z.array(childSchema).readonly(),
  /** How other commands reach the running product; unset while it starts. */
  databaseUrl: z.string().optional(),
  url: z.url().optional(),
  simulatorUrl: z.url().optional(),
});

export type LockContent = z.infer<typeof contentSchema>;
export type RecordedChild = z.infer<typeof childSchema>;

export interface DataFolderLock {
  /** What a holder that was killed had recorded; undefined after a clean stop. */
  readonly abandoned: LockContent | undefined;
  update(
    change: Partial<Pick<LockContent, 'children' | 'databaseUrl' | 'url' | 'simulatorUrl'>>,
  ): Promise<void>;
  release(): Promise<void>;
}

const heartbeatEveryMs = 2_000;
const heartbeatStaleAfterMs = 6_000;

/**
 * Makes this process the one owner of a data folder.
 *
 * @throws OperatorError `data_folder_locked` naming the owner; the lock of a live process is never taken
 */
export async function acquireDataFolderLock(dataDir: string): Promise<DataFolderLock> {
  await mkdir(dataDir, { recursive: true });
  const path = lockFile(dataDir);
  const abandoned = await clearAbandonedLock(dataDir);
  let content = await describeSelf(dataDir);
  await claim(path, content);
  let lastWrite = Promise.resolve();
  const heartbeat = setInterval(() => void touch(path), heartbeatEveryMs).unref();
  return {
    abandoned,
    update(change) {
      content = { ...content, ...change };
      // One after the other: an older content must not land on a newer one.
      lastWrite = lastWrite.then(() => replace(path, content));
      return lastWrite;
    },
    async release() {
      clearInterval(heartbeat);
      await lastWrite;
      const found = await readLock(path);
      if (found?.pid === content.pid && found.startMark === content.startMark)
        await rm(path, { force: true });
    },
  };
}

/** The lock of a running owner, for commands that want to talk to it; undefined when nobody owns the folder. */
export async function findLockHolder(dataDir: string): Promise<LockContent | undefined> {
  const content = await readLock(lockFile(dataDir));
  return content !== undefined && (await isAlive(lockFile(dataDir), content)) ? content : undefined;
}

async function clearAbandonedLock(dataDir: string): Promise<LockContent | undefined> {
  const path = lockFile(dataDir);
  const found = await readLock(path);
  if (found === undefined) return undefined;
  if (await isAlive(path, found)) throw dataFolderLocked(found);
  // Two starts may both judge this lock abandoned: a rename succeeds for one, who then looks at what was moved.
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return found;
    throw error;
  }
  const moved = await readLock(aside);
  if (moved !== undefined && moved.startMark !== found.startMark) {
    await link(aside, path);
    await rm(aside);
    throw dataFolderLocked(moved);
  }
  await rm(aside);
  return found;
}

/** `link` makes the file appear whole, and fails when another start was quicker. */
async function claim(path: string, content: LockContent): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(content, null, 2), { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    const winner = await readLock(path);
    throw winner === undefined ? error : dataFolderLocked(winner);
  } finally {
    await rm(draft, { force: true });
  }
}

async function replace(path: string, content: LockContent): Promise<void> {
  const next = `${path}.${randomUUID()}`;
  await writeFile(next, JSON.stringify(content, null, 2), { mode: 0o600 });
  await rename(next, path);
}

async function describeSelf(dataDir: string): Promise<LockContent> {
  return {
    pid: process.pid,
    startMark: (await readProcess(process.pid))?.startMark ?? '',
    pidNamespace: await pidNamespace(),
    since: new Date().toISOString(),
    folder: dataDir,
    children: [],
  };
}

async function isAlive(path: string, content: LockContent): Promise<boolean> {
  if (content.pidNamespace !== (await pidNamespace())) return hasHeartbeat(path);
  return (await readProcess(content.pid))?.startMark === content.startMark;
}

/** The owner may be in another container, where its pid says nothing here: watch whether it still touches the lock. */
async function hasHeartbeat(path: string): Promise<boolean> {
  const before = (await stat(path)).mtimeMs;
  const deadlineMs = performance.now() + heartbeatStaleAfterMs;
  while (performance.now() < deadlineMs) {
    await delay(heartbeatEveryMs / 4);
    const now = await stat(path).catch(() => undefined);
    if (now !== undefined && now.mtimeMs !== before) return true;
  }
  return false;
}

async function pidNamespace(): Promise<string> {
  return readlink('/proc/self/ns/pid').catch(() => 'only');
}

async function readLock(path: string): Promise<LockContent | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const parsed = contentSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : unreadable(path);
}

/** A power cut can leave an empty file. Its owner is unknown, so only a missing heartbeat frees it. */
function unreadable(path: string): LockContent {
  return { pid: 0, startMark: '', pidNamespace: '', since: '?', folder: dirname(path), children: [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  // The folder may be on its way out during a stop; the next heartbeat tells.
  await utimes(path, now, now).catch(() => undefined);
}

function lockFile(dataDir: string): string {
  return join(dataDir, 'renkei.lock');
}
