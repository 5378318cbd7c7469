import { mkdir, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { systemClock } from '#platform/clock';
import type { Logger } from '#platform/log';
import { OperatorError } from '#platform/operator-error';
import { backupDirOf } from '../backup/create.ts';
import { findMasterKeyId, readSecret } from '../backup/secret.ts';
import { humanSize } from '../backup/size.ts';
import { dataDirOf } from '../folders.ts';
import { say } from '../language.ts';
import { asApplication } from '../with-database.ts';
import { findPendingMigrations } from './pending-migrations.ts';

export interface Snapshot {
  /** Notes it in the upgraded database. */
  record(log: Logger): Promise<void>;
}

const prefix = 'before-';
const suffix = '.renkei-backup';
const keptByDefault = 3;

/**
 * Saves the tables of an installation that is about to be upgraded, sealed with its master key, in the folder of backups.
 * Files of messages are not in it: no migration touches them. Undefined: nothing is to be upgraded.
 *
 * @throws OperatorError when there is no room for it
 */
export async function snapshotBeforeUpgrade(connectionString: string): Promise<Snapshot | undefined> {
  const pending = await findPendingMigrations(connectionString);
  const [first] = pending;
  if (first === undefined) return undefined;
  const { createBackup, recordBackup } = await import('#modules/operations');
  const dataDir = dataDirOf();
  const folder = backupDirOf(dataDir);
  await mkdir(folder, { recursive: true });
  await assertRoom(connectionString, folder);
  say({ en: 'Saving the tables before the upgrade …', ja: 'アップグレード前のテーブルを保存しています …' });
  const now = systemClock.now().toISOString().replaceAll(':', '-').slice(0, 19);
  const file = join(folder, `${prefix}${first.slice(0, 4)}-${now}${suffix}`);
  const made = await createBackup({
    connection: { connectionString },
    blobs: null,
    secret: await readSecret({}, dataDir),
    masterKeyId: await findMasterKeyId({}, dataDir),
    file,
    clock: systemClock,
  });
  await forgetOldest(folder);
  say({
    en: `${file}: ${made.rows} rows, ${humanSize(made.sizeBytes)}. To go back: npx renkei restore, as the runbook says.`,
    ja: `${file}: ${made.rows} 行、${humanSize(made.sizeBytes)}。元に戻すには運用手順書のとおり npx renkei restore を実行してください。`,
  });
  return {
    async record(log) {
      await asApplication(connectionString, log, (database) =>
        database.inSystem((transaction) =>
          recordBackup(transaction, { ...made, kind: 'upgrade', fileName: file }),
        ),
      );
    },
  };
}

/** The rows as text are packed to less than the tables take. */
async function assertRoom(connectionString: string, folder: string): Promise<void> {
  const neededBytes = await measureDatabase(connectionString);
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= neededBytes) return;
  throw new OperatorError({
    code: 'no_room_for_snapshot',
    reason: {
      en: `The upgrade saves the tables first, and ${folder} has no room for ${humanSize(neededBytes)}.`,
      ja: `アップグレード前にテーブルを保存しますが、${folder} に ${humanSize(neededBytes)} の空きがありません。`,
    },
    remedy: {
      en: 'Free some space, set BACKUP_DIR to another disk, or set UPGRADE_SNAPSHOT=off if you have a backup.',
      ja: '空きを作るか、BACKUP_DIR を別のディスクにしてください。バックアップがあれば UPGRADE_SNAPSHOT=off も使えます。',
    },
  });
}

async function measureDatabase(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ size: string }>(
      'select pg_database_size(current_database())::text as size',
    );
    return Number(rows[0]?.size ?? 0);
  } finally {
    await client.end();
  }
}

/** The newest stay: by default three, or as many as UPGRADE_SNAPSHOTS says. */
async function forgetOldest(folder: string): Promise<void> {
  const kept = Number(process.env['UPGRADE_SNAPSHOTS'] || keptByDefault);
  const names = (await readdir(folder)).filter((name) => name.startsWith(prefix) && name.endsWith(suffix));
  const oldestFirst = names.sort((one, other) => (takenAt(one) < takenAt(other) ? -1 : 1));
  for (const name of oldestFirst.slice(0, Math.max(0, names.length - Math.max(1, kept)))) {
    await rm(join(folder, name));
  }
}

/** `before-0012-2026-11-22T04-00-00.renkei-backup` → `2026-11-22T04-00-00`. */
function takenAt(name: string): string {
  return name.slice(prefix.length + 5, -suffix.length);
}
