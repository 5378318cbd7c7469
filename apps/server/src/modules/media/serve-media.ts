import { Readable } from 'node:stream';
import type { ByteRange } from '#platform/blob';
import { RenkeiError } from '#platform/errors';
import type { BytesAnswer } from '#platform/module';
import type { MediaNeeds } from './needs.ts';
import { findMedia } from './store.ts';
import { problemOf } from './view-media.ts';

/** Kinds a browser may show by itself: they cannot run anything. Everything else is only ever downloaded. */
const inlineTypes = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'video/mp4',
  'video/3gpp',
  'audio/aac',
  'audio/amr',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
]);

interface Wanted {
  readonly workspaceId: string;
  readonly mediaId: string;
  readonly download: boolean;
  /** `Range` of the request: players ask for parts. */
  readonly range: string | undefined;
}

/** The bytes of a file with headers that keep a browser from guessing or running anything. */
export async function serveMedia(needs: MediaNeeds, wanted: Wanted): Promise<BytesAnswer> {
  const { row, sha256 } = await findStored(needs, wanted.workspaceId, wanted.mediaId);
  const inline = inlineTypes.has(row.mime_type) && !wanted.download;
  const size = Number(row.size_bytes);
  const part = parseRange(wanted.range, size);
  if (part === 'beyond') return beyond(size);
  return {
    status: part ? 206 : 200,
    stream: needs.blobs.read(wanted.workspaceId, sha256, part),
    headers: {
      ...safeHeaders(inline ? row.mime_type : 'application/octet-stream'),
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeFileName(row.file_name)}`,
      'content-length': String(part ? part.end - part.start + 1 : size),
      'accept-ranges': 'bytes',
      ...(part ? { 'content-range': `bytes ${part.start}-${part.end}/${size}` } : {}),
    },
  };
}

export async function serveThumbnail(
  needs: MediaNeeds,
  wanted: Pick<Wanted, 'workspaceId' | 'mediaId'>,
): Promise<BytesAnswer> {
  const { row } = await findStored(needs, wanted.workspaceId, wanted.mediaId);
  if (row.thumbnail_sha256 === null) throw new RenkeiError('not_found');
  return {
    stream: needs.blobs.read(wanted.workspaceId, row.thumbnail_sha256),
    headers: safeHeaders('image/webp'),
  };
}

async function findStored(needs: MediaNeeds, workspaceId: string, mediaId: string) {
  const [row] = await needs.platform.database.inTenant(workspaceId, (transaction) =>
    findMedia(transaction, [mediaId]),
  );
  if (!row) throw new RenkeiError('not_found');
  const problem = problemOf(row);
  if (problem) throw new RenkeiError('not_found', { detail: problem.detail, remedy: problem.remedy });
  if (row.sha256 === null) throw new RenkeiError('media_not_ready');
  return { row, sha256: row.sha256 };
}

export function safeHeaders(contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=31536000, immutable',
  };
}

function beyond(size: number): BytesAnswer {
  return {
    status: 416,
    stream: Readable.from([]),
    headers: { ...safeHeaders('application/octet-stream'), 'content-range': `bytes */${size}` },
  };
}

/** One range of bytes; several are answered whole, as RFC 9110 §14.2 allows. */
function parseRange(range: string | undefined, size: number): ByteRange | 'beyond' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (start >= size) return 'beyond';
  return start <= end ? { start, end } : undefined;
}

export function encodeFileName(fileName: string | null): string {
  return encodeURIComponent(fileName ?? 'file').replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
}
