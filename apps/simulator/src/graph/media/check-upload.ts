import { checkMedia, findMediaKind, mediaKinds } from '@renkei/graph-api';
import { detectMimeType } from '../../world/media/detect-mime-type.ts';
import { isAnimatedWebp } from '../../world/media/webp.ts';
import type { UploadedFile } from '../graph-call.ts';
import { GraphError } from '../graph-error.ts';

const allowed = [...new Set(Object.values(mediaKinds).flatMap(({ mimeTypes }) => [...mimeTypes]))];

/**
 * The MIME type under which an upload is kept: the declared one when the bytes are that. Throws 100 for a type
 * that is not allowed or not what the bytes are, 131009 for a size outside the limits of its kind.
 */
export async function checkUpload(file: UploadedFile, declared: string | undefined): Promise<string> {
  const mimeType = (declared ?? file.mimeType).toLowerCase();
  const base = mimeType.split(';')[0]?.trim() ?? '';
  const kind = base === 'image/webp' ? 'sticker' : findMediaKind(base);
  if (!kind) throw wrongType(base);
  const animated = kind === 'sticker' && isAnimatedWebp(file.bytes);
  const check = checkMedia({ kind, mimeType: base, sizeBytes: file.bytes.length, animated });
  if (!check.ok && check.reason !== 'mime_type_not_allowed') {
    throw new GraphError(131009, {
      details: `File size must be between 1 and ${check.maxBytes} bytes for ${base}, got ${file.bytes.length}.`,
    });
  }
  const detected = await detectMimeType(file.bytes);
  if (!detected.includes(base)) throw wrongType(detected[0] ?? 'application/octet-stream');
  return mimeType;
}

function wrongType(got: string): GraphError {
  return new GraphError(100, {
    message: `(#100) Param file must be a file with one of the following types: ${allowed.join(', ')}. Received file of type '${got}'.`,
  });
}
