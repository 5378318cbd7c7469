import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg, { type Client, type ClientConfig } from 'pg';
import { isKept, type KeptFile, listKeptFiles } from '#modules/media';
import type { BlobStore } from '#platform/blob';
import type { Clock } from '#platform/clock';
import { copyOut } from '#platform/copy';
import { letOwnerRead } from '#platform/database';
import { newId } from '#platform/ids';
import { createFileKey, type Secret, seal } from '#platform/sealed-file';
import { type WrittenEntry, writeArchive } from './archive.ts';
import type { BackupHeader, Closing } from './manifest.ts';
import { isMissingFile } from './missing-file.ts';
import { partialOf, removeAbandoned } from './partial-file.ts';
import {
  asPlainText,
  type BackedUpTable,
  listTableNames,
  listTables,
  measureRows,
  readMigrationNames,
  readPartitions,
  readSequences,
} from './store-tables.ts';

export interface BackupRequest {
  /** As the owner of the database. */
  readonly connection: ClientConfig;
  /** Null: the database only. */
  readonly blobs: BlobStore | null;
  readonly secret: Secret;
  /** Which master key opens the channels' secrets; see `keyIdOf`. */
  readonly masterKeyId: string | null;
  /** Appears under this name when it is whole. */
  readonly file: string;
  readonly clock: Clock;
}

export interface MadeBackup extends Closing {
  readonly id: string;
  readonly takenAt: Date;
  readonly sizeBytes: number;
}

/**
 * Writes everything that this system knows into one sealed file, while it goes on working. All tables are read in one
 * snapshot; the files of messages after it, since bytes never change under their name.
 */
export async function createBackup(request: BackupRequest): Promise<MadeBackup> {
  const client = new pg.Client({ ...request.connection, application_name: 'renkei backup' });
  client.on('error', () => undefined);
  await client.connect();
  const partial = partialOf(request.file);
  try {
    await removeAbandoned(request.file, request.clock);
    await letOwnerRead(client);
    await beginSnapshot(client);
    const header = await describe(client, request);
    const { closing, bytes } = writeSealed(client, request, header);
    await pipeline(bytes, createWriteStream(partial, { mode: 0o600, flush: true }));
    const { size } = await stat(partial);
    await rename(partial, request.file);
    return {
      ...closing(),
      id: header.header.id,
      takenAt: new Date(header.header.takenAt),
      sizeBytes: size,
    };
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/**
 * One view of all tables, as text that any server reads back. The tables are locked first, so that nobody rewrites one
 * between its turn and the beginning: readers and writers do not mind, a migration waits or comes again.
 */
async function beginSnapshot(client: Client): Promise<void> {
  await client.query(asPlainText);
  const names = await listTableNames(client);
  await client.query('begin isolation level repeatable read, read only');
  await client.query(`lock table ${names.join(', ')} in access share mode`);
}

interface Described {
  readonly header: BackupHeader;
  readonly key: Uint8Array;
}

async function describe(client: Client, request: BackupRequest): Promise<Described> {
  const { key, description } = await createFileKey(request.secret);
  const header: BackupHeader = {
    format: 1,
    id: newId(),
    takenAt: request.clock.now().toISOString(),
    contents: request.blobs === null ? 'database' : 'everything',
    migrations: await readMigrationNames(client),
    masterKeyId: request.masterKeyId,
    key: description,
  };
  return { header, key };
}

function writeSealed(client: Client, { blobs }: BackupRequest, { header, key }: Described) {
  const closing = { tables: 0, rows: 0, files: 0, fileBytes: 0, missingFiles: [] as string[] };

  async function* entries(): AsyncGenerator<WrittenEntry, void, undefined> {
    yield { entry: await readPartitions(client), data: [] };
    for (const table of await listTables(client)) {
      const figures = await measureRows(client, table.query);
      closing.tables += 1;
      closing.rows += figures.rows;
      yield { entry: entryOf(table), data: readRows(client, table), findings: () => figures };
    }
    // Sequences know no snapshot. Read last, they are ahead of every row.
    yield { entry: await readSequences(client), data: [] };
    const files = blobs === null ? [] : await listKeptFiles(client);
    await client.query('commit');
    if (blobs !== null) yield* readFiles(client, blobs, files, closing);
  }

  const content = writeArchive(entries(), () => closing);
  return { closing: (): Closing => closing, bytes: seal(Buffer.from(JSON.stringify(header)), key, content) };
}

function entryOf({ type, name, columns }: BackedUpTable) {
  return { type, name, columns };
}

async function* readRows(client: Client, { query }: BackedUpTable): AsyncGenerator<Uint8Array> {
  const gzip = createGzip({ level: 1 });
  const packing = pipeline(copyOut(client, `copy (${query}) to stdout`), gzip);
  // Whoever reads the packed rows sees the failure too; this only keeps it from being called unhandled.
  packing.catch(() => undefined);
  yield* gzip;
  await packing;
}

async function* readFiles(
  client: Client,
  blobs: BlobStore,
  files: readonly KeptFile[],
  closing: { files: number; fileBytes: number; missingFiles: string[] },
): AsyncGenerator<WrittenEntry, void, undefined> {
  for (const file of files) {
    const bytes = blobs.read(file.workspaceId, file.sha256)[Symbol.asyncIterator]();
    const first = await bytes.next().catch((error: unknown) => {
      if (isMissingFile(error)) return undefined;
      throw error;
    });
    if (first === undefined) {
      // Deleted while the backup was made, or missed by whoever wants to see it: only the latter is worth a word.
      if (await isKept(client, file)) closing.missingFiles.push(`${file.workspaceId}/${file.sha256}`);
      continue;
    }
    closing.files += 1;
    const count = (size: number) => {
      closing.fileBytes += size;
    };
    yield { entry: { type: 'blob', ...file }, data: continueWith(first, bytes, count) };
  }
}

async function* continueWith(
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
  count: (sizeBytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let next = first; !next.done; next = await rest.next()) {
    count(next.value.byteLength);
    yield next.value;
  }
}
