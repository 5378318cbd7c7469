import type { Readable } from 'node:stream';
import type { Media, MediaContentKind } from '@renkei/contract';
import { BlobTooLarge } from '#platform/blob';
import { newId } from '#platform/ids';
import { checkUpload, maxUploadBytes, tooLarge } from './check-upload.ts';
import { inspectStoredFile } from './inspect-stored-file.ts';
import type { MediaNeeds } from './needs.ts';
import { findMedia, insertUploadedMedia } from './store.ts';
import { toMedia } from './view-media.ts';

/**
 * Takes a file that a member wants to send as `kind`, if WhatsApp would take it. Throws `media_type_refused`,
 * `media_too_large`, `media_content_mismatch`, `content_not_allowed`.
 */
export async function uploadMedia(
  { platform, blobs }: MediaNeeds,
  workspaceId: string,
  upload: { readonly kind: MediaContentKind; readonly fileName: string; readonly stream: Readable },
): Promise<Media> {
  const { kind } = upload;
  const fileName = cleanFileName(upload.fileName);
  const blob = await blobs.put(workspaceId, upload.stream, maxUploadBytes(kind)).catch((error: unknown) => {
    throw error instanceof BlobTooLarge ? tooLarge(kind, error.maxBytes) : error;
  });
  const { facts, ...file } = await inspectStoredFile(blobs, workspaceId, blob, fileName);
  checkUpload(kind, facts, blob.sizeBytes, fileName);
  const id = newId();
  return platform.database.inTenant(workspaceId, async (transaction) => {
    await insertUploadedMedia(transaction, { ...file, id, kind, fileName }, platform.clock.now());
    const [row] = await findMedia(transaction, [id]);
    if (!row) throw new Error('The file that was just inserted is not there.');
    return toMedia(row);
  });
}

/** A name to show and to send, never a path: no folders, no control or direction-changing characters. */
function cleanFileName(fileName: string): string {
  const base = fileName.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = base.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return clean === '' || clean === '.' || clean === '..' ? 'file' : clean.slice(0, 200);
}
