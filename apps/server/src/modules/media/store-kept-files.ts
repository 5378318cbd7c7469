import type { ClientBase } from 'pg';
import { sql, type TenantTransaction } from '#platform/database';

interface KeptFileRow {
  readonly workspaceId: string;
  readonly sha256: string;
}

const beforeAll: KeptFileRow = { workspaceId: '00000000-0000-0000-0000-000000000000', sha256: '' };

/** Of every workspace, on a connection of the owner's; after the given one, in order. */
export async function readKeptFilePage(
  client: ClientBase,
  after: KeptFileRow = beforeAll,
  limit: number,
): Promise<readonly KeptFileRow[]> {
  const { text, values } = sql`
    select blob.workspace_id as "workspaceId", blob.sha256 from media_blobs blob
    where (blob.workspace_id, blob.sha256) > (${after.workspaceId}::uuid, ${after.sha256}::text)
      and (exists (select from media where media.workspace_id = blob.workspace_id and media.sha256 = blob.sha256)
        or exists (select from media where media.workspace_id = blob.workspace_id and media.thumbnail_sha256 = blob.sha256))
    order by blob.workspace_id, blob.sha256 limit ${limit}`;
  const { rows } = await client.query<KeptFileRow>(text, [...values]);
  return rows;
}

/** Whether the bytes are still some file's. */
export async function isKept(client: ClientBase, { workspaceId, sha256 }: KeptFileRow): Promise<boolean> {
  const { text, values } = sql`
    select 1 from media_blobs where workspace_id = ${workspaceId} and sha256 = ${sha256}`;
  const { rowCount } = await client.query(text, [...values]);
  return (rowCount ?? 0) > 0;
}

/** Ids that the provider has forgotten before a moment. */
export function deleteExpiredUploads(
  transaction: TenantTransaction,
  before: Date,
  limit: number,
): Promise<number> {
  return transaction.execute(sql`
    delete from media_uploads where workspace_id = ${transaction.workspaceId}
      and (channel_id, sha256, mime_type) in (
        select channel_id, sha256, mime_type from media_uploads
        where workspace_id = ${transaction.workspaceId} and expires_at < ${before} limit ${limit})`);
}
