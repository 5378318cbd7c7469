import { chmod, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { readBucketSettings } from '#config';
import { systemClock } from '#platform/clock';
import { keyIdOf } from '#platform/crypto';
import { createLogger, type Logger } from '#platform/log';
import { findMasterKey, readSecret, type SecretOptions } from './backup/secret.ts';
import { dataDirOf } from './folders.ts';
import { say } from './language.ts';
import { acquireDataFolderLock } from './supervisor/data-folder-lock.ts';
import { startDatabase } from './supervisor/supervised-database.ts';
import { withoutPassword } from './without-password.ts';

export const restoreCommand = new Command('restore')
  .description('restore a backup; the system is held until you release it · バックアップを復元する')
  .argument('<file>')
  .requiredOption('--into <target>', 'a new data folder, or the URL of an empty database')
  .option('--replace', 'move the database that the folder has aside first', false)
  .option('--passphrase-file <file>', 'what the backup was sealed with')
  .option('--master-key-file <file>', 'of the system it is of (default: MASTER_KEY, or of the folder)')
  .action(async (file, options) => {
    const isUrl = /^postgres(ql)?:\/\//.test(options.into);
    const dataDir = isUrl ? dataDirOf() : resolve(options.into);
    const log = createLogger(process.env['LOG_LEVEL'] ?? 'warn', {
      write: (line) => process.stderr.write(line),
    });
    const target = isUrl ? withoutPassword(options.into) : dataDir;
    const work = (url: string) => restoreInto({ file, url, target, dataDir, options, log });
    if (isUrl) await work(options.into);
    else await withFolder(dataDir, options.replace, log, work);
    await settleMasterKey(file, options, dataDir);
    say({
      en: 'The system is HELD: it takes in messages and sends nothing. Look at it, then: npx renkei release',
      ja: '現在は保留状態です。受信はしますが、何も送信しません。確認してから: npx renkei release',
    });
  });

async function restoreInto(input: {
  readonly file: string;
  readonly url: string;
  /** As it is shown to people. */
  readonly target: string;
  readonly dataDir: string;
  readonly options: SecretOptions;
  readonly log: Logger;
}): Promise<void> {
  const { file, url, target, dataDir, options, log } = input;
  const { restoreBackup } = await import('#modules/operations');
  const { prepareDatabase } = await import('../prepare-database.ts');
  const { openBlobs } = await import('../open-blobs.ts');
  const connection = { connectionString: url };
  const { rows, tables, files, header } = await restoreBackup({
    file,
    secret: await readSecret(options, dataDir),
    connection,
    migrate: (only) => prepareDatabase({ ownerConnection: connection, log, ...(only ? { only } : {}) }),
    blobs: openBlobs({ bucket: readBucketSettings(process.env), dataDir }),
    clock: systemClock,
    target,
  });
  say({
    en: `Restored as of ${header.takenAt}: ${rows} rows of ${tables} tables, ${files} files, all compared.`,
    ja: `${header.takenAt} 時点に復元しました: ${tables} テーブル ${rows} 行、ファイル ${files} 件、照合済み。`,
  });
}

async function withFolder(
  dataDir: string,
  replace: boolean,
  log: Logger,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const lock = await acquireDataFolderLock(dataDir);
  const folder = join(dataDir, 'postgres');
  try {
    const aside = replace ? await moveAside(folder) : undefined;
    try {
      const database = await startDatabase({ dataDir, externalUrl: undefined, log });
      try {
        await work(database.url);
      } finally {
        await database.stop();
      }
    } catch (error) {
      if (aside !== undefined) await putBack(aside, folder);
      throw error;
    }
    if (aside !== undefined) {
      say({ en: `The former database is in ${aside}.`, ja: `元のデータベースは ${aside} にあります。` });
    }
  } finally {
    await lock.release();
  }
}

/** Nothing is deleted: the operator does that when all is well. Undefined: there was none. */
async function moveAside(folder: string): Promise<string | undefined> {
  const exists = await stat(folder).then(
    () => true,
    () => false,
  );
  if (!exists) return undefined;
  const aside = `${folder}.before-restore-${systemClock.now().toISOString().replaceAll(':', '-')}`;
  await rename(folder, aside);
  return aside;
}

/** A restore that failed, be it for a wrong key, leaves the system as it was. */
async function putBack(aside: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await rename(aside, folder);
  say({
    en: 'The restore failed; the former database is in its place again.',
    ja: '復元に失敗しました。元のデータベースを元の場所に戻しました。',
  });
}

/** The folder gets the master key that it needs, if it is known and there is none; else the operator is told. */
async function settleMasterKey(file: string, options: SecretOptions, dataDir: string): Promise<void> {
  const { readBackupHeader } = await import('#modules/operations');
  const { masterKeyId } = await readBackupHeader(file);
  const key = await findMasterKey(options, dataDir);
  if (key === undefined || (masterKeyId !== null && keyIdOf(key) !== masterKeyId)) {
    say({
      en: `Put the master key of the former system into ${join(dataDir, 'master.key')} (or MASTER_KEY): the tokens of the channels cannot be read without it.`,
      ja: `元の環境のマスターキーを ${join(dataDir, 'master.key')}（または MASTER_KEY）に置いてください。ないとチャネルのトークンを読めません。`,
    });
    return;
  }
  if (process.env['MASTER_KEY']) return;
  const path = join(dataDir, 'master.key');
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, Buffer.from(key).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  await chmod(path, 0o600);
}
