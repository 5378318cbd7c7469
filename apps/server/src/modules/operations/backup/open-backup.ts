import { createReadStream } from 'node:fs';
import { findFileKey, NotSealed, readSealed, type Secret } from '#platform/sealed-file';
import { type ReadEntry, readArchive } from './archive.ts';
import { type BackupHeader, backupHeaderSchema, type Closing } from './manifest.ts';
import { backupUnreadable, wrongKey } from './problems.ts';

export interface OpenBackup {
  readonly header: BackupHeader;
  readonly entries: AsyncGenerator<ReadEntry, Closing, undefined>;
}

/**
 * What anybody may read of a backup. Throws `backup_unreadable`. Whoever changed it is noticed when it is opened.
 */
export async function readBackupHeader(file: string): Promise<BackupHeader> {
  const stream = createReadStream(file);
  try {
    const { header } = await readSealed(stream);
    return backupHeaderSchema.parse(JSON.parse(header.toString()));
  } catch (error) {
    throw backupUnreadable(file, error);
  } finally {
    stream.destroy();
  }
}

/** Opens a backup for reading, once. Throws `backup_unreadable` or `backup_key_wrong`. */
export async function openBackup(file: string, secret: Secret): Promise<OpenBackup> {
  const sealed = await readSealed(createReadStream(file)).catch((error: unknown) => {
    throw backupUnreadable(file, error);
  });
  const header = parseHeader(file, sealed.header);
  const found = await findFileKey(secret, header.key);
  if (!found) throw wrongKey(file, header.key.source);
  return { header, entries: readArchive(explained(file, sealed.open(found.key))) };
}

function parseHeader(file: string, bytes: Buffer): BackupHeader {
  try {
    return backupHeaderSchema.parse(JSON.parse(bytes.toString()));
  } catch (error) {
    throw backupUnreadable(file, error);
  }
}

async function* explained(
  file: string,
  content: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield* content;
  } catch (error) {
    throw error instanceof NotSealed ? backupUnreadable(file, error) : error;
  }
}
