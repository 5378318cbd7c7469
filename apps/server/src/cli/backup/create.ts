import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { readBucketSettings } from '#config';
import { systemClock } from '#platform/clock';
import { dataDirOf } from '../folders.ts';
import { say } from '../language.ts';
import { asApplication, withDatabaseUrl } from '../with-database.ts';
import { findMasterKeyId, readSecret } from './secret.ts';
import { humanSize } from './size.ts';

export const createCommand = new Command('create')
  .description('back up everything while it runs · 稼働中のままバックアップを作る')
  .option('--to <path>', 'file or folder (default: BACKUP_DIR, or backups in the data folder)')
  .option('--passphrase-file <file>', 'seal it with this instead of the master key')
  .option('--without-files', 'the database only; the files of messages stay where they are', false)
  .action(async (options) => {
    const { createBackup, recordBackup } = await import('#modules/operations');
    const { openBlobs } = await import('../../open-blobs.ts');
    const dataDir = dataDirOf();
    const secret = await readSecret(options, dataDir);
    const masterKeyId = await findMasterKeyId({}, dataDir);
    const file = await chooseFile(options.to, dataDir);
    const blobs = options.withoutFiles
      ? null
      : openBlobs({ bucket: readBucketSettings(process.env), dataDir });
    const made = await withDatabaseUrl(async (connectionString, log) => {
      const connection = { connectionString };
      const clock = systemClock;
      const backup = await createBackup({ connection, blobs, secret, masterKeyId, file, clock });
      await asApplication(connectionString, log, (database) =>
        database.inSystem((transaction) =>
          recordBackup(transaction, { ...backup, kind: 'manual', fileName: file }),
        ),
      );
      return backup;
    });
    const size = humanSize(made.sizeBytes);
    say({
      en: `${file}: ${made.rows} rows of ${made.tables} tables, ${made.files} files, ${size}.`,
      ja: `${file}: ${made.tables} テーブル ${made.rows} 行、ファイル ${made.files} 件、${size}。`,
    });
    if (made.missingFiles.length > 0) {
      say({
        en: `Files that messages name and the store does not have: ${made.missingFiles.length}.`,
        ja: `メッセージが参照しているのに保存先にないファイル: ${made.missingFiles.length} 件。`,
      });
    }
    if (secret.source === 'master-key') {
      say({
        en: 'It opens with the master key only: keep a copy of that apart from the backups.',
        ja: '開くにはマスターキーが必要です。バックアップとは別の場所に保管してください。',
      });
    }
  });

async function chooseFile(given: string | undefined, dataDir: string): Promise<string> {
  const place = given ?? backupDirOf(dataDir);
  const isFolder = given === undefined || given.endsWith('/') || (await isDirectory(place));
  if (!isFolder) return resolve(place);
  await mkdir(place, { recursive: true });
  const name = systemClock.now().toISOString().replaceAll(':', '-').slice(0, 19);
  return resolve(join(place, `${name}.renkei-backup`));
}

export function backupDirOf(dataDir: string): string {
  return process.env['BACKUP_DIR'] || join(dataDir, 'backups');
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
