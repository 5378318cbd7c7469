import { checkMedia, findMediaKind, mediaKinds } from '@renkei/graph-api';
import { fileTypeFromBuffer } from 'file-type';
import type { UploadedFile } from './graph-call.ts';
import { GraphError } from './graph-error.ts';

const allowed = [...new Set(Object.values(mediaKinds).flatMap(({ mimeTypes }) => [...mimeTypes]))];

/** The MIME type under which an upload is kept. Throws 100 for a wrong type, 131009 for a file too large. */
export async function checkUpload(file: UploadedFile, declared: string | undefined): Promise<string> {
  const mimeType = (declared ?? file.mimeType).toLowerCase();
  const base = mimeType.split(';')[0]?.trim() ?? '';
  const kind = base === 'image/webp' ? 'sticker' : findMediaKind(base);
  if (!kind) throw wrongType(base);
  const check = checkMedia({ kind, mimeType: base, sizeBytes: file.bytes.length });
  if (!check.ok && check.reason === 'mime_type_not_allowed') throw wrongType(base);
  if (!check.ok) {
    throw new GraphError(131009, '(#131009) Parameter value is not valid', {
      details: `File size must be between 1 and ${check.maxBytes} bytes for ${base}, got ${file.bytes.length}.`,
    });
  }
  const detected = await detectMimeType(file.bytes);
  if (!matches(base, detected)) throw wrongType(detected ?? 'application/octet-stream');
  return mimeType;
}

/** What the bytes say they are, as Meta writes it; undefined for text and unknown formats. */
export async function detectMimeType(bytes: Uint8Array): Promise<string | undefined> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type) return looksLikeText(bytes) ? 'text/plain' : undefined;
  return sameAs[type.mime] ?? type.mime;
}

/** file-type's names for what Meta calls otherwise. */
const sameAs: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'application/x-cfb': 'application/msword',
  'video/3gpp2': 'video/3gpp',
};

/** The three old Office formats share one container, and an audio file may be in an MP4 made for video. */
const containers: Readonly<Record<string, readonly string[]>> = {
  'application/vnd.ms-excel': ['application/msword'],
  'application/vnd.ms-powerpoint': ['application/msword'],
  'audio/mp4': ['video/mp4'],
};

function matches(declared: string, detected: string | undefined): boolean {
  return detected === declared || (containers[declared]?.includes(detected ?? '') ?? false);
}

/** No NUL in the first kilobytes: good enough to tell a text from a program. */
function looksLikeText(bytes: Uint8Array): boolean {
  return bytes.length > 0 && !bytes.subarray(0, 4096).includes(0);
}

function wrongType(got: string): GraphError {
  const message = `(#100) Param file must be a file with one of the following types: ${allowed.join(', ')}. Received file of type '${got}'.`;
  return new GraphError(100, message);
}
