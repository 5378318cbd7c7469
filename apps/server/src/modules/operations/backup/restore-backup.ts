import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg, { type Client, type ClientConfig } from 'pg';
import type { BlobStore } from '#platform/blob';
import type { Clock } from '#platform/clock';
import { copyIn } from '#platform/copy';
import { letOwnerRead, listMigrations } from '#platform/database';
import { holdRestored } from '#platform/hold';
import type { Secret } from '#platform/sealed-file';
import type { ReadEntry } from './archive.ts';
import { type BackupHeader, type Closing, type TableEntry, tableFiguresSchema } from './manifest.ts';
import { openBackup } from './open-backup.ts';
import { backupFromNewerRelease, restoredOtherwise, targetInUse } from './problems.ts';
import {
  asPlainText,
  isInUse,
  listOf,
  makePartition,
  measureRows,
  queryOf,
  setSequence,
} from './store-tables.ts';

export interface RestoreRequest {
  readonly file: string;
  readonly secret: Secret;
  /** As the owner of an empty database. */
  readonly connection: ClientConfig;
  /** Brings the schema to these migrations, or to those of this release. */
  readonly migrate: (only?: ReadonlySet<string>) => Promise<void>;
  /** Null: the files are looked at, and not kept. */
  readonly blobs: BlobStore | null;
  readonly clock: Clock;
  /** For people: what is restored into. */
  readonly target: string;
}

export interface RestoredBackup extends Closing {
  readonly header: BackupHeader;
}

/**
 * Restores a backup into an empty database, all of it or nothing, compares every table with what it was, and leaves the
 * system held: it sends nothing before `release`. The hold is placed in the transaction that brings the rows.
 *
 * @throws OperatorError when the backup cannot be read or the target is in use
 */
export async function restoreBackup(request: RestoreRequest): Promise<RestoredBackup> {
  const { header, entries } = await openBackup(request.file, request.secret);
  const names = await knownMigrations(header);
  const client = new pg.Client({ ...request.connection, application_name: 'renkei restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (await isOccupied(client)) throw targetInUse(request.target);
    await request.migrate(names);
    await client.query(`${asPlainText}; begin`);
    const closing = await restoreEntries(client, entries, request.blobs);
    await holdRestored(client, { backupTakenAt: new Date(header.takenAt), now: request.clock.now() });
    await client.query('commit');
    await request.migrate();
    return { ...closing, header };
  } finally {
    await entries.return({ tables: 0, rows: 0, files: 0, fileBytes: 0, missingFiles: [] });
    await client.end();
  }
}

async function isOccupied(client: Client): Promise<boolean> {
  // What an interrupted restore left is an empty schema, which the owner must be allowed to see.
  await letOwnerRead(client);
  return isInUse(client);
}

async function knownMigrations(header: BackupHeader): Promise<ReadonlySet<string>> {
  const known = new Map((await listMigrations()).map(({ name, checksum }) => [name, checksum]));
  const foreign = header.migrations.filter(({ name, checksum }) => known.get(name) !== checksum);
  if (foreign.length > 0) throw backupFromNewerRelease(foreign.map(({ name }) => name));
  return new Set(header.migrations.map(({ name }) => name));
}

async function restoreEntries(
  client: Client,
  entries: AsyncGenerator<ReadEntry, Closing, undefined>,
  blobs: BlobStore | null,
): Promise<Closing> {
  for (;;) {
    const { value, done } = await entries.next();
    if (done) return value;
    await restoreEntry(client, value, blobs);
  }
}

async function restoreEntry(client: Client, read: ReadEntry, blobs: BlobStore | null): Promise<void> {
  const { entry, data } = read;
  if (entry.type === 'table') return restoreTable(client, entry, read);
  if (entry.type === 'blob') return restoreFile(entry, data, blobs);
  for await (const _piece of data);
  if (entry.type === 'partitions') for (const day of entry.days) await makePartition(client, day);
  else for (const [name, value] of Object.entries(entry.values)) await setSequence(client, name, value);
}

/** The owner loads its own tables as nobody else may: past their row-level security and their triggers, for the moment. */
async function restoreTable(client: Client, entry: TableEntry, read: ReadEntry): Promise<void> {
  const isOurs = entry.name !== 'jobs.job';
  if (isOurs) {
    await client.query(`alter table ${entry.name} no force row level security`);
    await client.query(`alter table ${entry.name} disable trigger user`);
    await client.query(`delete from ${entry.name}`);
  }
  const rows = createGunzip();
  await Promise.all([
    pipeline(read.data, rows),
    copyIn(client, `copy ${entry.name} (${listOf(entry.columns)}) from stdin`, rows),
  ]);
  const expected = read.findings(tableFiguresSchema);
  const found = await measureRows(client, queryOf(entry));
  if (found.rows !== expected.rows || found.checksum !== expected.checksum) {
    throw restoredOtherwise(entry.name, `${expected.rows} → ${found.rows}`);
  }
  if (isOurs) {
    await client.query(`alter table ${entry.name} enable trigger user`);
    await client.query(`alter table ${entry.name} force row level security`);
  }
}

async function restoreFile(
  { workspaceId, sha256 }: { readonly workspaceId: string; readonly sha256: string },
  data: AsyncIterable<Uint8Array>,
  blobs: BlobStore | null,
): Promise<void> {
  const found =
    blobs === null
      ? await hashOf(data)
      : (await blobs.put(workspaceId, Readable.from(data, { objectMode: false }), Number.POSITIVE_INFINITY))
          .sha256;
  if (found !== sha256) throw restoredOtherwise(`file ${sha256}`, found);
}

async function hashOf(data: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of data) hash.update(piece);
  return hash.digest('hex');
}
