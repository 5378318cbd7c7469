import { mediaKinds } from '@renkei/graph-api';
import { ProviderCallError } from '#modules/channels';
import { BlobTooLarge, type ReceivedFile } from '#platform/blob';
import { crashPoint } from '#platform/crash-point';
import type { JobRun } from '#platform/jobs';
import { inspectFile } from './inspect/inspect-file.ts';
import { keepFile } from './keep-file.ts';
import type { MediaNeeds } from './needs.ts';
import { findMedia, type MediaRow, markMediaFailed, markMediaStored } from './store.ts';

/** Customers may send more than we may; what the Cloud API hands over is UNCONFIRMED above 100 MB. */
const maxInboundBytes = mediaKinds.document.maxBytes;

/**
 * Brings one file from the provider and makes sure that it is whole. The address is asked for anew at every try, because
 * it dies after minutes. Safe to repeat; gives up after the last try, or when the provider has the file no more.
 */
export async function downloadMedia(
  needs: MediaNeeds,
  job: { readonly workspaceId: string; readonly mediaId: string },
  run: JobRun,
): Promise<void> {
  const { workspaceId, mediaId } = job;
  const [row] = await needs.platform.database.inTenant(workspaceId, (transaction) =>
    findMedia(transaction, [mediaId]),
  );
  if (row?.state !== 'pending') return;
  try {
    await using file = await fetchBytes(needs, workspaceId, row);
    crashPoint('media.downloaded');
    const facts = await inspectFile(file.path, row.file_name);
    await keepFile(needs, workspaceId, file, facts, async (transaction, stored) => {
      await markMediaStored(transaction, { ...stored, id: mediaId });
      transaction.publish({ type: 'media.updated', mediaId, conversationId: null });
    });
  } catch (error) {
    const isHopeless = error instanceof BlobTooLarge || isGone(error);
    if (!run.lastTry && !isHopeless) throw error;
    await giveUp(needs, workspaceId, mediaId, error);
  }
}

async function fetchBytes(needs: MediaNeeds, workspaceId: string, row: MediaRow): Promise<ReceivedFile> {
  if (row.channel_id === null || row.provider_media_id === null)
    throw new Error('This file has no provider.');
  const provider = await needs.providerOf(workspaceId, row.channel_id);
  const { stream, sizeBytes, sha256 } = await provider.fetchMedia(row.provider_media_id);
  const file = await needs.blobs.receive(stream, maxInboundBytes);
  const fault =
    sizeBytes !== null && sizeBytes !== file.sizeBytes
      ? `${file.sizeBytes} of ${sizeBytes} bytes came`
      : sha256 !== null && sha256 !== file.sha256
        ? 'the bytes that came have another checksum than the provider says'
        : undefined;
  if (fault === undefined) return file;
  await file[Symbol.asyncDispose]();
  throw new Error(fault);
}

/** Meta's answer for an id that was deleted or is older than its life. (Meta, "Error codes": 100 subcode 33) */
function isGone(error: unknown): boolean {
  return error instanceof ProviderCallError && error.refusal?.code === 100 && error.refusal.subcode === 33;
}

async function giveUp(
  needs: MediaNeeds,
  workspaceId: string,
  mediaId: string,
  error: unknown,
): Promise<void> {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 300);
  const code = isGone(error) ? 'media_expired' : 'media_not_fetched';
  needs.platform.log.warn({ err: error, mediaId }, 'a file could not be had from the provider');
  await needs.platform.database.inTenant(workspaceId, async (transaction) => {
    await markMediaFailed(transaction, mediaId, { code, reason });
    transaction.publish({ type: 'media.updated', mediaId, conversationId: null });
  });
}
