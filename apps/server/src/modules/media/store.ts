import type { ErrorCode, Media, MediaContentKind } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';

/** All SQL over `media` and `media_uploads`. */
export interface MediaRow {
  readonly id: string;
  readonly state: 'pending' | 'stored' | 'failed';
  readonly kind: MediaContentKind;
  readonly mime_type: string;
  /** bigint, as text. */
  readonly size_bytes: string | null;
  readonly sha256: string | null;
  readonly file_name: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly duration_ms: number | null;
  readonly thumbnail_sha256: string | null;
  readonly failure_code: string | null;
  readonly failure_reason: string | null;
  readonly waveform: readonly number[] | null;
  readonly converted_from: string | null;
  readonly conversion_reasons: readonly string[] | null;
  readonly channel_id: string | null;
  readonly provider_media_id: string | null;
}

export interface ExpectedMedia {
  readonly id: string;
  readonly channelId: string;
  readonly providerMediaId: string;
  readonly kind: MediaContentKind;
  readonly mimeType: string;
  readonly fileName: string | null;
}

/** The size of these bytes, while a file of the workspace has them. */
export async function findStoredBytes(
  transaction: TenantTransaction,
  sha256: string,
): Promise<number | undefined> {
  const [row] = await transaction.query<{ size: string }>(sql`
    select size_bytes as size from media
    where workspace_id = ${transaction.workspaceId} and sha256 = ${sha256} and state = 'stored' limit 1`);
  return row && Number(row.size);
}

/** Inserts what is not known yet. Gives the id of every provider media id, known before or not. */
export async function insertExpectedMedia(
  transaction: TenantTransaction,
  items: readonly ExpectedMedia[],
  now: Date,
): Promise<{ readonly inserted: readonly string[]; readonly idOf: ReadonlyMap<string, string> }> {
  const inserted = await transaction.query<{ id: string }>(
    named(
      'insert_expected_media',
      sql`insert into media (workspace_id, id, state, kind, mime_type, file_name, channel_id, provider_media_id, created_at)
          select ${transaction.workspaceId}, item.id, 'pending', item.kind, item.mime_type, item.file_name,
                 item.channel_id, item.provider_media_id, ${now}
          from unnest(${items.map((item) => item.id)}::uuid[], ${items.map((item) => item.kind)}::text[],
                      ${items.map((item) => item.mimeType)}::text[], ${items.map((item) => item.fileName)}::text[],
                      ${items.map((item) => item.channelId)}::uuid[], ${items.map((item) => item.providerMediaId)}::text[])
               as item (id, kind, mime_type, file_name, channel_id, provider_media_id)
          on conflict (workspace_id, channel_id, provider_media_id) where provider_media_id is not null do nothing
          returning id`,
    ),
  );
  const rows = await transaction.query<{ id: string; channel_id: string; provider_media_id: string }>(
    named(
      'find_media_by_provider_id',
      sql`select media.id, media.channel_id, media.provider_media_id from media
          join unnest(${items.map((item) => item.channelId)}::uuid[], ${items.map((item) => item.providerMediaId)}::text[])
               as item (channel_id, provider_media_id) using (channel_id, provider_media_id)
          where media.workspace_id = ${transaction.workspaceId}`,
    ),
  );
  return {
    inserted: inserted.map((row) => row.id),
    idOf: new Map(rows.map((row) => [`${row.channel_id}/${row.provider_media_id}`, row.id])),
  };
}

export async function findMedia(
  transaction: TenantTransaction,
  ids: readonly string[],
): Promise<readonly MediaRow[]> {
  if (ids.length === 0) return [];
  return transaction.query<MediaRow>(
    named(
      'find_media',
      sql`select id, state, kind, mime_type, size_bytes, sha256, file_name, width, height, duration_ms, thumbnail_sha256,
                 failure_code, failure_reason, waveform, converted_from, conversion_reasons, channel_id,
                 provider_media_id
          from media where workspace_id = ${transaction.workspaceId} and id = any (${ids}::uuid[])`,
    ),
  );
}

export interface StoredFile {
  readonly id: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
  readonly waveform: readonly number[] | null;
  readonly thumbnailSha256: string | null;
}

export async function markMediaStored(transaction: TenantTransaction, file: StoredFile): Promise<void> {
  await transaction.execute(
    sql`update media set state = 'stored', mime_type = ${file.mimeType}, size_bytes = ${file.sizeBytes},
               sha256 = ${file.sha256}, width = ${file.width}, height = ${file.height},
               duration_ms = ${file.durationMs}, waveform = ${file.waveform}::smallint[],
               thumbnail_sha256 = ${file.thumbnailSha256}, failure_code = null, failure_reason = null
        where workspace_id = ${transaction.workspaceId} and id = ${file.id}`,
  );
}

export async function markMediaFailed(
  transaction: TenantTransaction,
  mediaId: string,
  failure: { readonly code: ErrorCode; readonly reason: string },
): Promise<void> {
  await transaction.execute(
    sql`update media set state = 'failed', failure_code = ${failure.code}, failure_reason = ${failure.reason}
        where workspace_id = ${transaction.workspaceId} and id = ${mediaId} and state = 'pending'`,
  );
}

/** Whether it had failed and is expected once more now. */
export async function markMediaExpected(transaction: TenantTransaction, mediaId: string): Promise<boolean> {
  const changed = await transaction.execute(
    sql`update media set state = 'pending', failure_code = null, failure_reason = null
        where workspace_id = ${transaction.workspaceId} and id = ${mediaId} and state = 'failed'
          and provider_media_id is not null`,
  );
  return changed === 1;
}

export async function insertUploadedMedia(
  transaction: TenantTransaction,
  file: StoredFile & {
    readonly kind: MediaContentKind;
    readonly fileName: string | null;
    readonly converted: NonNullable<Media['converted']> | null;
  },
  now: Date,
): Promise<void> {
  await transaction.execute(
    sql`insert into media (workspace_id, id, state, kind, mime_type, size_bytes, sha256, file_name, width, height,
                           duration_ms, waveform, thumbnail_sha256, converted_from, conversion_reasons, created_at)
        values (${transaction.workspaceId}, ${file.id}, 'stored', ${file.kind}, ${file.mimeType}, ${file.sizeBytes},
                ${file.sha256}, ${file.fileName}, ${file.width}, ${file.height}, ${file.durationMs},
                ${file.waveform}::smallint[], ${file.thumbnailSha256}, ${file.converted?.from ?? null},
                ${file.converted?.reasons ?? null}::text[], ${now})`,
  );
}

/** Whether a message shows the file. */
export async function isMediaUsed(transaction: TenantTransaction, mediaId: string): Promise<boolean> {
  const rows = await transaction.query(
    sql`select 1 from media_uses
        where workspace_id = ${transaction.workspaceId} and media_id = ${mediaId} limit 1`,
  );
  return rows.length > 0;
}

/** Locks the file until the end of the transaction, so that nothing happens to it meanwhile. */
export async function lockMedia(transaction: TenantTransaction, mediaId: string): Promise<boolean> {
  const rows = await transaction.query(
    sql`select 1 from media where workspace_id = ${transaction.workspaceId} and id = ${mediaId} for update`,
  );
  return rows.length > 0;
}

export async function deleteMediaRow(transaction: TenantTransaction, mediaId: string): Promise<void> {
  await transaction.execute(
    sql`delete from media where workspace_id = ${transaction.workspaceId} and id = ${mediaId}`,
  );
}
