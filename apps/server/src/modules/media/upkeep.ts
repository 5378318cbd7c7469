import { RenkeiError } from '#platform/errors';
import { retainPerWorkspace, type Upkeep } from '#platform/upkeep';
import { deleteMedia } from './delete-media.ts';
import type { MediaNeeds } from './needs.ts';
import { deleteExpiredUploads } from './store-kept-files.ts';

/** What of media grows old: the provider's ids of files, once the provider has forgotten them. */
export const mediaUpkeep: readonly Upkeep[] = [
  retainPerWorkspace({ name: 'media_uploads', keepDays: 1, purge: deleteExpiredUploads }),
];

/** Removes files whose messages are gone; one that another message shows, or that is gone already, is left alone. */
export async function forgetFiles(
  needs: MediaNeeds,
  workspaceId: string,
  mediaIds: readonly string[],
): Promise<void> {
  for (const mediaId of mediaIds) {
    await deleteMedia(needs, workspaceId, mediaId).catch((error: unknown) => {
      const stays = error instanceof RenkeiError && (error.code === 'conflict' || error.code === 'not_found');
      if (!stays) throw error;
    });
  }
}
