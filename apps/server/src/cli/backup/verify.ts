import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { systemClock } from '#platform/clock';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { createLogger, type Logger } from '#platform/log';
import { OperatorError } from '#platform/operator-error';
import { dataDirOf } from '../folders.ts';
import { say } from '../language.ts';
import { withDatabase } from '../with-database.ts';
import { withoutPassword } from '../without-password.ts';
import { readSecret } from './secret.ts';

export const verifyCommand = new Command('verify')
  .description('prove a backup by really restoring it · 実際に復元してバックアップを検証する')
  .argument('<file>')
  .option('--passphrase-file <file>', 'what it was sealed with')
  .option('--master-key-file <file>', 'of the system it is of (default: MASTER_KEY, or of the data folder)')
  .option('--into <url>', 'an empty database to restore into (default: a PostgreSQL made for the purpose)')
  .action(async (file, options) => {
    const { restoreBackup, recordVerification } = await import('#modules/operations');
    const { prepareDatabase } = await import('../../prepare-database.ts');
    const dataDir = dataDirOf();
    const secret = await readSecret(options, dataDir);
    const log = createLogger(process.env['LOG_LEVEL'] ?? 'warn', {
      write: (line) => process.stderr.write(line),
    });
    const restored = await withScratch(options.into, dataDir, log, (connection) =>
      restoreBackup({
        file,
        secret,
        connection,
        migrate: (only) => prepareDatabase({ ownerConnection: connection, log, ...(only ? { only } : {}) }),
        blobs: null,
        clock: systemClock,
        target: options.into === undefined ? dataDir : withoutPassword(options.into),
      }),
    );
    const { rows, tables, files, header } = restored;
    say({
      en: `Restored and compared: ${rows} rows of ${tables} tables and ${files} files are as they were at ${header.takenAt}.`,
      ja: `復元して照合しました: ${tables} テーブル ${rows} 行、ファイル ${files} 件は ${header.takenAt} 時点と一致します。`,
    });
    if (!hasDatabase(dataDir)) return;
    await withDatabase((database) =>
      database.inSystem((transaction) => recordVerification(transaction, header.id, systemClock.now())),
    ).catch(ignoreOtherMachine);
  });

/** On a machine that only keeps backups there is none, and none is made for this. */
function hasDatabase(dataDir: string): boolean {
  return Boolean(process.env['DATABASE_URL']) || existsSync(join(dataDir, 'postgres'));
}

/** Verified is verified, with or without a system here to note it. */
function ignoreOtherMachine(error: unknown): void {
  if (error instanceof OperatorError) return;
  say({
    en: 'It could not be noted in the database of this machine.',
    ja: 'この環境のデータベースには記録できませんでした。',
  });
}

/** A PostgreSQL that lives for the moment; it need not survive a power cut, so it does not wait for the disk. */
async function withScratch<Result>(
  url: string | undefined,
  dataDir: string,
  log: Logger,
  use: (connection: object) => Promise<Result>,
): Promise<Result> {
  if (url !== undefined) return use({ connectionString: url });
  const folder = join(dataDir, `verify-${randomUUID()}`);
  try {
    const server = await startEmbeddedPostgres({
      dataDir: join(folder, 'postgres'),
      log,
      unsafeNoSync: true,
    });
    try {
      return await use(server.connection);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
