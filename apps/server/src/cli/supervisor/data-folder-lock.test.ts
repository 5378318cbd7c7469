import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acquireDataFolderLock, findLockHolder } from './data-folder-lock.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'renkei-lock-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const lockFile = () => join(dataDir, 'renkei.lock');

/** What a holder with these properties would have left. */
async function leaveLock(change: object): Promise<void> {
  const lock = await acquireDataFolderLock(dataDir);
  const content: unknown = JSON.parse(await readFile(lockFile(), 'utf8'));
  await lock.release();
  await writeFile(lockFile(), JSON.stringify({ ...Object(content), ...change }));
}

describe('the lock of a data folder', () => {
  test('refuses a second owner and names the first: pid, since when, folder', async () => {
    const lock = await acquireDataFolderLock(dataDir);
    const holder = await findLockHolder(dataDir);
    const second = acquireDataFolderLock(dataDir);
    await expect(second).rejects.toMatchObject({
      code: 'data_folder_locked',
      message: expect.stringContaining(`${process.pid}`),
    });
    await expect(second).rejects.toThrow(dataDir);
    await expect(second).rejects.toThrow(holder?.since ?? '-');
    await lock.release();
    await (await acquireDataFolderLock(dataDir)).release();
  });

  test('lets exactly one of many simultaneous starts in', async () => {
    await leaveLock({ startMark: 'of a process that is gone' });
    const attempts = await Promise.allSettled(
      Array.from({ length: 8 }, () => acquireDataFolderLock(dataDir)),
    );
    const winners = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    const losers = attempts.filter((attempt) => attempt.status === 'rejected');
    expect(losers.map(({ reason }) => reason.code)).toEqual(losers.map(() => 'data_folder_locked'));
    await winners[0]?.value.release();
  });

  test('passes to the next start when its process is gone, even if the pid is in use again', async () => {
    const children = [{ name: 'server', pid: 4_000_000, startMark: 'gone' }];
    await leaveLock({ startMark: 'another life of this pid', children });
    const lock = await acquireDataFolderLock(dataDir);
    expect(lock.abandoned?.children).toEqual(children);
    await lock.release();
  });

  test('is not taken from a live process in another container, whose pid says nothing here', async () => {
    await leaveLock({ pidNamespace: 'pid:[another]', pid: 4_000_000 });
    const heartbeat = setInterval(() => void utimes(lockFile(), new Date(), new Date()), 50);
    await expect(acquireDataFolderLock(dataDir)).rejects.toThrow('4000000');
    clearInterval(heartbeat);
  });

  test('is passed on when a power cut left it empty', async () => {
    await writeFile(lockFile(), '');
    await (await acquireDataFolderLock(dataDir)).release();
  });

  test('tells other commands how to reach the running product', async () => {
    const lock = await acquireDataFolderLock(dataDir);
    await Promise.all([
      lock.update({ children: [{ name: 'server', pid: 1, startMark: 'x' }] }),
      lock.update({ url: 'http://localhost:7300', databaseUrl: 'postgresql://x' }),
    ]);
    expect(await findLockHolder(dataDir)).toMatchObject({
      url: 'http://localhost:7300',
      children: [{ pid: 1 }],
    });
    await lock.release();
    expect(await findLockHolder(dataDir)).toBeUndefined();
  });
});
