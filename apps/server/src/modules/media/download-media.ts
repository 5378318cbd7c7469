import { mediaKinds } from '@renkei/graph-api';
import { BlobTooLarge, type StoredBlob } from '#platform/blob';
import type { JobRun } from '#platform/jobs';
import { inspectStoredFile } from './inspect-stored-file.ts';
import type { MediaNeeds } from './needs.ts';
import { findMedia, type MediaRow, markMediaFailed, markMediaStored } from './store.ts';

/** Customers may send more than we may; what the Cloud API hands over is UNCONFIRMED above 100 MB. */
const maxInboundBytes = mediaKinds.document.maxBytes;

/** Brings one file from the provider. Safe to repeat; gives up after the last try with the reason kept. */
export async function downloadMedia(
  needs: MediaNeeds,
  job: { readonly workspaceId: string; readonly mediaId: string },
  run: JobRun,
): Promise<void> {
  const { workspaceId, mediaId } = job;
  const { database } = needs.platform;
  const [row] = await database.inTenant(workspaceId, (transaction) => findMedia(transaction, [mediaId]));
  if (!row || row.state === 'stored') return;
  try {
    const blob = await fetchBytes(needs, workspaceId, row);
    const file = await inspectStoredFile(needs.blobs, workspaceId, blob, row.file_name);
    await database.inTenant(workspaceId, async (transaction) => {
      await markMediaStored(transaction, { ...file, id: mediaId });
      transaction.publish({ type: 'media.updated', mediaId, conversationId: null });
    });
  } catch (error) {
    if (!run.lastTry && !(error instanceof BlobTooLarge)) throw error;
    await giveUp(needs, workspaceId, mediaId, error);
  }
}

async function fetchBytes(needs: MediaNeeds, workspaceId: string, row: MediaRow): Promise<StoredBlob> {
  if (row.channel_id === null || row.provider_media_id === null)
    throw new Error('This file has no provider.');
  const provider = await needs.providerOf(workspaceId, row.channel_id);
  const { stream } = await provider.fetchMedia(row.provider_media_id);
  return needs.blobs.put(workspaceId, stream, maxInboundBytes);
}

async function giveUp(
  needs: MediaNeeds,
  workspaceId: string,
  mediaId: string,
  error: unknown,
): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  needs.platform.log.warn({ err: error, mediaId }, 'a file could not be had from the provider');
  await needs.platform.database.inTenant(workspaceId, async (transaction) => {
    await markMediaFailed(transaction, mediaId, reason.slice(0, 300));
    transaction.publish({ type: 'media.updated', mediaId, conversationId: null });
  });
}
