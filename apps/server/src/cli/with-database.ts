import { systemClock } from '#platform/clock';
import { createDatabase, type Database } from '#platform/database';
import { createLogger, type Logger } from '#platform/log';
import { dataDirOf } from './folders.ts';
import { acquireDataFolderLock, findLockHolder } from './supervisor/data-folder-lock.ts';
import { startDatabase } from './supervisor/supervised-database.ts';

/**
 * Runs a command's work on the database, wherever it is: the operator's own (DATABASE_URL), that of the product
 * running on the data folder, or the embedded one, started for the purpose while nobody else owns the folder.
 */
export async function withDatabaseUrl<Result>(
  work: (databaseUrl: string, log: Logger) => Promise<Result>,
): Promise<Result> {
  const log = createLogger(process.env['LOG_LEVEL'] ?? 'warn', {
    write: (line) => process.stderr.write(line),
  });
  // Past a pooler, where there is one: commands migrate, copy and lock.
  const externalUrl = process.env['DATABASE_DIRECT_URL'] || process.env['DATABASE_URL'];
  if (externalUrl) return work(externalUrl, log);
  const dataDir = dataDirOf();
  const holder = await findLockHolder(dataDir);
  if (holder?.databaseUrl !== undefined) return work(holder.databaseUrl, log);

  const lock = await acquireDataFolderLock(dataDir);
  try {
    const database = await startDatabase({ dataDir, externalUrl: undefined, log });
    try {
      return await work(database.url, log);
    } finally {
      await database.stop();
    }
  } finally {
    await lock.release();
  }
}

/** The same, opened as the application: under row-level security, without the rights of the owner. */
export async function withDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  return withDatabaseUrl((connectionString, log) => asApplication(connectionString, log, work));
}

/** A database that is known, opened as the application. */
export async function asApplication<Result>(
  connectionString: string,
  log: Logger,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = createDatabase({
    connection: { connectionString },
    clock: systemClock,
    log,
    poolSize: 2,
  });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
