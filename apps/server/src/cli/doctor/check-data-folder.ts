import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataDirOf } from '../folders.ts';
import { findLockHolder } from '../supervisor/data-folder-lock.ts';
import { type Check, type Finding, ok, problem, same } from './finding.ts';

const writable = { en: 'Data folder', ja: 'データフォルダー' };
const space = { en: 'Disk space', ja: 'ディスクの空き' };
const owner = { en: 'Running product', ja: '動作中の Renkei' };
const masterKey = { en: 'Master key', ja: 'マスターキー' };
const leastFreeShare = 0.05;
const leastFreeBytes = 1_000_000_000;

export const checkDataFolder: Check = async (environment) => {
  const dataDir = dataDirOf(environment);
  const first = await checkWritable(dataDir);
  if (!first.isOk) return [first];
  return [
    first,
    await checkSpace(dataDir),
    await checkOwner(dataDir),
    await checkMasterKey(dataDir, environment),
  ];
};

async function checkWritable(dataDir: string): Promise<Finding> {
  const probe = join(dataDir, `.doctor-${randomUUID()}`);
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    return ok(writable, same(dataDir));
  } catch (error) {
    return problem(writable, same(error instanceof Error ? error.message : String(error)), {
      en: `Give ${dataDir} to the user who starts Renkei, or set DATA_DIR to another folder.`,
      ja: `${dataDir} の所有権を Renkei を起動するユーザーに渡すか、DATA_DIR に別のフォルダーを指定してください。`,
    });
  }
}

async function checkSpace(dataDir: string): Promise<Finding> {
  const { bavail, blocks, bsize } = await statfs(dataDir);
  const freeBytes = bavail * bsize;
  const detail = {
    en: `${(freeBytes / 1e9).toFixed(1)} GB free`,
    ja: `空き ${(freeBytes / 1e9).toFixed(1)} GB`,
  };
  if (freeBytes >= leastFreeBytes && bavail / blocks >= leastFreeShare) return ok(space, detail);
  return problem(space, detail, {
    en: 'Free some space or move the data folder: below 5 % /readyz says 503, and a full disk takes no more messages.',
    ja: '空きを作るか、データフォルダーを移してください。5 % を下回ると /readyz は 503 を返し、容量がなくなるとメッセージを受け付けられません。',
  });
}

async function checkOwner(dataDir: string): Promise<Finding> {
  const holder = await findLockHolder(dataDir);
  if (holder === undefined) return ok(owner, { en: 'none on this folder', ja: 'なし' });
  return ok(owner, same(`pid ${holder.pid}, ${holder.since}, ${holder.url ?? '…'}`));
}

async function checkMasterKey(dataDir: string, environment: NodeJS.ProcessEnv): Promise<Finding> {
  const path = join(dataDir, 'master.key');
  const given = environment['MASTER_KEY'];
  const text = given || (await readFile(path, 'utf8').catch(() => undefined));
  if (text === undefined)
    return ok(masterKey, { en: 'made at the first start', ja: '初回起動時に作成されます' });
  const remedy = {
    en: `Restore ${path} (or MASTER_KEY) from your backup; without it the stored tokens cannot be read.`,
    ja: `${path}（または MASTER_KEY）をバックアップから復元してください。ないと保存済みのトークンを読めません。`,
  };
  if (Buffer.from(text.trim(), 'base64url').byteLength !== 32) {
    return problem(
      masterKey,
      { en: 'not 32 bytes of base64url', ja: 'base64url の 32 バイトではありません' },
      remedy,
    );
  }
  if (given) return ok(masterKey, same('MASTER_KEY'));
  const isPrivate = ((await stat(path)).mode & 0o077) === 0;
  if (isPrivate) return ok(masterKey, same(path));
  return problem(
    masterKey,
    { en: `other users may read ${path}`, ja: `${path} を他のユーザーが読めます` },
    same(`chmod 600 ${path}`),
  );
}
