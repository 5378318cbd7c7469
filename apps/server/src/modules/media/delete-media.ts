import { RenkeiError } from '#platform/errors';
import type { MediaNeeds } from './needs.ts';
import { deleteMediaRow, findMedia, isMediaUsed, lockMedia } from './store.ts';
import { releaseBlobs } from './store-blobs.ts';

/** Removes a file that no message shows, and its bytes unless another file has the same. */
export async function deleteMedia(
  { platform, blobs }: MediaNeeds,
  workspaceId: string,
  mediaId: string,
): Promise<void> {
  await platform.database.inTenant(workspaceId, async (transaction) => {
    await lockMedia(transaction, mediaId);
    const [row] = await findMedia(transaction, [mediaId]);
    if (!row) throw new RenkeiError('not_found');
    if (await isMediaUsed(transaction, mediaId)) throw new RenkeiError('conflict', { detail: inUse });
    await deleteMediaRow(transaction, mediaId);
    const hashes = [row.sha256, row.thumbnail_sha256].filter((hash) => hash !== null);
    // Before the commit: whoever keeps the same bytes anew waits for it, and then writes them again.
    for (const sha256 of await releaseBlobs(transaction, hashes)) await blobs.remove(workspaceId, sha256);
  });
}

const inUse = {
  en: 'A message shows this file.',
  ja: 'このファイルはメッセージで使われています。',
};
