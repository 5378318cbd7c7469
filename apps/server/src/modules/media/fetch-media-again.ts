import type { Media } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import { downloadMediaJob } from './jobs.ts';
import type { MediaNeeds } from './needs.ts';
import { findMedia, markMediaExpected } from './store.ts';
import { toMedia } from './view-media.ts';

/** Queues the download of a file that could not be had; one that is here or on its way stays as it is. */
export async function fetchMediaAgain(
  { platform, jobs }: MediaNeeds,
  workspaceId: string,
  mediaId: string,
): Promise<Media> {
  return platform.database.inTenant(workspaceId, async (transaction) => {
    if (await markMediaExpected(transaction, mediaId)) {
      await jobs.enqueue(transaction, downloadMediaJob, [{ workspaceId, mediaId }]);
      transaction.publish({ type: 'media.updated', mediaId, conversationId: null });
    }
    const [row] = await findMedia(transaction, [mediaId]);
    if (!row) throw new RenkeiError('not_found');
    if (row.state === 'failed') throw new RenkeiError('conflict');
    return toMedia(row);
  });
}
