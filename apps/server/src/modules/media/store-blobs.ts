import { randomUUID } from 'node:crypto';
import { sql, type TenantTransaction } from '#platform/database';

/** Bytes that were promised a place, and which promise it is. */
export interface ReservedBlob {
  readonly sha256: string;
  readonly generation: string;
}

/** To be committed before the bytes are written. */
export async function reserveBlobs(
  transaction: TenantTransaction,
  hashes: readonly string[],
): Promise<readonly ReservedBlob[]> {
  const { workspaceId } = transaction;
  // In one order for all, so that two who reserve the same bytes wait for each other instead of forever.
  const sorted = [...new Set(hashes)].sort();
  await transaction.execute(
    sql`insert into media_blobs (workspace_id, sha256, generation)
        select ${workspaceId}, hash, ${randomUUID()} from unnest(${sorted}::text[]) as hash
        on conflict (workspace_id, sha256) do nothing`,
  );
  return transaction.query<{ readonly sha256: string; readonly generation: string }>(
    sql`select sha256, generation from media_blobs
        where workspace_id = ${workspaceId} and sha256 = any (${sorted}::text[])`,
  );
}

/** Whether all of them are still those that were promised; if so nobody removes them before this transaction ends. */
export async function holdBlobs(
  transaction: TenantTransaction,
  blobs: readonly ReservedBlob[],
): Promise<boolean> {
  const held = await transaction.query(
    sql`select 1 from media_blobs blob
        join unnest(${blobs.map(({ sha256 }) => sha256)}::text[], ${blobs.map(({ generation }) => generation)}::uuid[])
             as promised (sha256, generation) using (sha256, generation)
        where blob.workspace_id = ${transaction.workspaceId} for share of blob`,
  );
  return held.length === blobs.length;
}

/** Bytes that belong to no file any more: forgotten here, and locked until the end of the transaction. */
export async function releaseBlobs(
  transaction: TenantTransaction,
  hashes: readonly string[],
): Promise<readonly string[]> {
  const { workspaceId } = transaction;
  await transaction.query(
    sql`select 1 from media_blobs where workspace_id = ${workspaceId} and sha256 = any (${[...hashes].sort()}::text[])
        order by sha256 for update`,
  );
  const rows = await transaction.query<{ readonly sha256: string }>(
    sql`delete from media_blobs blob
        where blob.workspace_id = ${workspaceId} and blob.sha256 = any (${hashes}::text[])
          and not exists (select from media where media.workspace_id = ${workspaceId} and media.sha256 = blob.sha256)
          and not exists (select from media
                          where media.workspace_id = ${workspaceId} and media.thumbnail_sha256 = blob.sha256)
        returning sha256`,
  );
  return rows.map(({ sha256 }) => sha256);
}
