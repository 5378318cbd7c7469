import type { Media } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { findMedia, type MediaRow } from './store.ts';

/** Files as the API shows them, by id. */
export async function viewMedia(
  transaction: TenantTransaction,
  mediaIds: readonly string[],
): Promise<ReadonlyMap<string, Media>> {
  const rows = await findMedia(transaction, mediaIds);
  return new Map(rows.map((row) => [row.id, toMedia(row)]));
}

export function toMedia(row: MediaRow): Media {
  return {
    id: row.id,
    state: row.state,
    mimeType: row.mime_type,
    sizeBytes: row.size_bytes === null ? null : Number(row.size_bytes),
    fileName: row.file_name,
    width: row.width,
    height: row.height,
    durationMs: row.duration_ms,
    hasThumbnail: row.thumbnail_sha256 !== null,
    failureReason: row.failure_reason,
  };
}
