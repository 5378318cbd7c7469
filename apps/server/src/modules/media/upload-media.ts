import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { ConversionReason, Media, MediaContentKind } from '@renkei/contract';
import { BlobTooLarge, type ReceivedFile } from '#platform/blob';
import { newId } from '#platform/ids';
import { checkUpload, refuseDisguise } from './check-upload.ts';
import { withConverted } from './convert/convert.ts';
import type { FileFacts } from './inspect/file-facts.ts';
import { inspectFile } from './inspect/inspect-file.ts';
import { keepFile } from './keep-file.ts';
import type { MediaNeeds } from './needs.ts';
import { tooLarge, tooLargeToConvert } from './refusals.ts';
import { findMedia, insertUploadedMedia } from './store.ts';
import { toMedia } from './view-media.ts';

export interface UploadRequest {
  readonly kind: MediaContentKind;
  /** It is to be sent as a voice note. */
  readonly voice: boolean;
  readonly fileName: string;
  readonly stream: Readable;
}

/**
 * Takes a file that a member wants to send as `kind`, and makes of it what WhatsApp takes. Throws `media_type_refused`,
 * `media_too_large`, `media_content_mismatch`, `media_unreadable`.
 */
export async function uploadMedia(
  needs: MediaNeeds,
  workspaceId: string,
  { kind, voice, stream, ...named }: UploadRequest,
): Promise<Media> {
  const fileName = cleanFileName(named.fileName);
  await using received = await receive(needs, kind, stream);
  const facts = await inspectFile(received.path, fileName);
  refuseDisguise(facts.mimeType, fileName);
  const source = { kind, voice, path: received.path, sizeBytes: received.sizeBytes, facts };
  return await withConverted(source, needs.ffmpeg, async (conversion) => {
    if (!conversion)
      return keep(needs, workspaceId, { kind, fileName, file: received, facts, converted: null });
    await using file = await needs.blobs.receive(createReadStream(conversion.path), mostBytes);
    const converted = { from: facts.mimeType, reasons: [...conversion.reasons] };
    return await keep(needs, workspaceId, {
      ...{ kind, file, converted },
      facts: await inspectFile(file.path, null),
      fileName: `${fileName.replace(/\.[^.]*$/, '')}.${conversion.ending}`,
    });
  });
}

const mebibyte = 1024 * 1024;
const mostBytes = 100 * mebibyte;

/** The largest that is worth reading: what may be sent, or what may become that. */
const maxBytesOf: Readonly<Record<MediaContentKind, number>> = {
  image: 50 * mebibyte,
  sticker: 20 * mebibyte,
  audio: mostBytes,
  video: mostBytes,
  document: mostBytes,
};

async function receive(
  { blobs }: MediaNeeds,
  kind: MediaContentKind,
  stream: Readable,
): Promise<ReceivedFile> {
  const maxBytes = maxBytesOf[kind];
  return blobs.receive(stream, maxBytes).catch((error: unknown) => {
    if (!(error instanceof BlobTooLarge)) throw error;
    throw kind === 'document' ? tooLarge(kind, maxBytes) : tooLargeToConvert(maxBytes);
  });
}

interface Upload {
  readonly kind: MediaContentKind;
  readonly fileName: string;
  readonly file: ReceivedFile;
  readonly facts: FileFacts;
  readonly converted: { readonly from: string; readonly reasons: ConversionReason[] } | null;
}

async function keep(
  needs: MediaNeeds,
  workspaceId: string,
  { kind, fileName, file, facts, converted }: Upload,
): Promise<Media> {
  checkUpload(kind, facts, file.sizeBytes);
  const { database, clock } = needs.platform;
  const id = newId();
  await keepFile(needs, workspaceId, file, facts, (transaction, stored) =>
    insertUploadedMedia(transaction, { ...stored, id, kind, fileName, converted }, clock.now()),
  );
  const [row] = await database.inTenant(workspaceId, (transaction) => findMedia(transaction, [id]));
  if (!row) throw new Error('The file that was just inserted is not there.');
  return toMedia(row);
}

/** A name to show and to send, never a path: no folders, no control or direction-changing characters. */
function cleanFileName(fileName: string): string {
  const base = fileName.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = base.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return clean === '' || clean === '.' || clean === '..' ? 'file' : clean.slice(0, 200);
}
