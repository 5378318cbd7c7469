import { Readable } from 'node:stream';
import type { BlobStore, StoredBlob } from '#platform/blob';
import { type FileFacts, inspectFile, makeThumbnail } from './inspect-file.ts';
import type { StoredFile } from './store.ts';

const maxThumbnailBytes = 1_048_576;

/** What there is to know of a stored file. Makes and keeps its thumbnail, if it is an image. */
export async function inspectStoredFile(
  blobs: BlobStore,
  workspaceId: string,
  blob: StoredBlob,
  fileName: string | null,
): Promise<Omit<StoredFile, 'id'> & { readonly facts: FileFacts }> {
  const path = blobs.pathOf(workspaceId, blob.sha256);
  const facts = await inspectFile(path, fileName);
  const thumbnail = facts.mimeType.startsWith('image/') ? await makeThumbnail(path) : undefined;
  const stored = thumbnail && (await blobs.put(workspaceId, Readable.from([thumbnail]), maxThumbnailBytes));
  return {
    facts,
    mimeType: facts.mimeType,
    sizeBytes: blob.sizeBytes,
    sha256: blob.sha256,
    width: facts.width,
    height: facts.height,
    durationMs: facts.durationMs,
    thumbnailSha256: stored?.sha256 ?? null,
  };
}
