import { sql, type TenantTransaction } from '#platform/database';

/** Bytes as one channel's provider knows them. */
interface UploadedBytes {
  readonly channelId: string;
  /** Which number at which provider. */
  readonly place: string;
  readonly sha256: string;
  readonly mimeType: string;
}

/** The provider's id of these bytes on this channel, while the provider still keeps them. */
export async function findUpload(
  transaction: TenantTransaction,
  { channelId, place, sha256, mimeType }: UploadedBytes,
  now: Date,
): Promise<string | undefined> {
  const [row] = await transaction.query<{ provider_media_id: string }>(
    sql`select provider_media_id from media_uploads
        where workspace_id = ${transaction.workspaceId} and channel_id = ${channelId} and place = ${place} and sha256 = ${sha256}
          and mime_type = ${mimeType} and expires_at > ${now}`,
  );
  return row?.provider_media_id;
}

export async function saveUpload(
  transaction: TenantTransaction,
  upload: UploadedBytes & { readonly providerMediaId: string; readonly expiresAt: Date },
): Promise<void> {
  await transaction.execute(
    sql`insert into media_uploads (workspace_id, channel_id, place, sha256, mime_type, provider_media_id, expires_at)
        values (${transaction.workspaceId}, ${upload.channelId}, ${upload.place}, ${upload.sha256}, ${upload.mimeType},
                ${upload.providerMediaId}, ${upload.expiresAt})
        on conflict (workspace_id, channel_id, sha256, mime_type)
        do update set place = excluded.place, provider_media_id = excluded.provider_media_id, expires_at = excluded.expires_at`,
  );
}
