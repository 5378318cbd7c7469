import { resumableUploadTypes } from '@renkei/graph-api';
import { RenkeiError } from '#platform/errors';
import type { MediaNeeds } from './needs.ts';
import { findMedia } from './store.ts';

/** Brings a stored file to the provider as the sample of a template's header, whose handle it gives. */
export async function provideHeaderSample(
  { platform, blobs, providerOf }: MediaNeeds,
  workspaceId: string,
  channelId: string,
  mediaId: string,
): Promise<{ readonly handle: string }> {
  const [row] = await platform.database.inTenant(workspaceId, (transaction) =>
    findMedia(transaction, [mediaId]),
  );
  if (row?.state !== 'stored' || row.sha256 === null) throw new RenkeiError('media_not_ready');
  const { sha256, mime_type: mimeType } = row;
  if (!allowed.includes(mimeType)) {
    throw new RenkeiError('media_type_refused', {
      detail: {
        en: `This file is ${mimeType}. The header of a template takes JPEG, PNG, MP4 and PDF.`,
        ja: `このファイルは ${mimeType} です。テンプレートのヘッダーに使えるのはJPEG、PNG、MP4、PDFです。`,
      },
      source: 'Meta, Resumable Upload API (2026)',
    });
  }
  const sizeBytes = Number(row.size_bytes);
  const provider = await providerOf(workspaceId, channelId);
  return provider.uploadHeaderSample({
    bytes: (start) => blobs.read(workspaceId, sha256, { start, end: sizeBytes - 1 }),
    sizeBytes,
    mimeType,
    fileName: row.file_name ?? 'header',
  });
}

const allowed: readonly string[] = resumableUploadTypes;
