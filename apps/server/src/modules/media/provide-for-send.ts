import { RenkeiError } from '#platform/errors';
import type { MediaNeeds } from './needs.ts';
import { findMedia, findUpload, saveUpload } from './store.ts';

/** The provider's id of a stored file on a channel; uploads the bytes when the provider does not have them (any more). */
export async function provideForSend(
  { platform, blobs, providerOf }: MediaNeeds,
  workspaceId: string,
  channelId: string,
  mediaId: string,
): Promise<{ readonly providerMediaId: string }> {
  const { database, clock } = platform;
  const { row, known } = await database.inTenant(workspaceId, async (transaction) => {
    const [found] = await findMedia(transaction, [mediaId]);
    return { row: found, known: await findUpload(transaction, channelId, mediaId, clock.now()) };
  });
  if (known !== undefined) return { providerMediaId: known };
  if (row?.state !== 'stored' || row.sha256 === null) throw new RenkeiError('media_not_ready');
  const { sha256 } = row;
  const provider = await providerOf(workspaceId, channelId);
  const upload = await provider.uploadMedia({
    bytes: () => blobs.read(workspaceId, sha256),
    sizeBytes: Number(row.size_bytes),
    mimeType: row.mime_type === 'audio/ogg' ? 'audio/ogg; codecs=opus' : row.mime_type,
    fileName: row.file_name ?? 'file',
  });
  await database.inTenant(workspaceId, (transaction) =>
    saveUpload(transaction, { ...upload, channelId, mediaId }),
  );
  return { providerMediaId: upload.providerMediaId };
}
