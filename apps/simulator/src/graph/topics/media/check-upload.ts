import { checkMedia, findMediaKind, mediaKinds } from '@renkei/graph-api';
import { detectMimeTypeOfFile, readHead } from '../../../world/media/detect-mime-type.ts';
import { isAnimatedWebp } from '../../../world/media/webp.ts';
import type { UploadedFile } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';

const allowed = [...new Set(Object.values(mediaKinds).flatMap(({ mimeTypes }) => [...mimeTypes]))];

export interface CheckedUpload {
  /** The declared type, which the bytes really are. */
  readonly mimeType: string;
  readonly animated: boolean;
}

/**
 * Judges an upload by its bytes. Throws 100 for a type that is not allowed or not what the bytes are, 131009 for a
 * size outside the limits of its kind.
 */
export async function checkUpload(file: UploadedFile, declared: string | undefined): Promise<CheckedUpload> {
  const mimeType = (declared ?? file.mimeType).toLowerCase();
  const base = mimeType.split(';')[0]?.trim() ?? '';
  const kind = base === 'image/webp' ? 'sticker' : findMediaKind(base);
  if (!kind) throw wrongType(base);
  const animated = kind === 'sticker' && isAnimatedWebp(await readHead(file.path));
  const check = checkMedia({ kind, mimeType: base, sizeBytes: file.sizeBytes, animated });
  if (!check.ok && check.reason !== 'mime_type_not_allowed') {
    throw new GraphError(131009, {
      details: `File size must be between 1 and ${check.maxBytes} bytes for ${base}, got ${file.sizeBytes}.`,
    });
  }
  const detected = await detectMimeTypeOfFile(file.path);
  if (!detected.includes(base)) throw wrongType(detected[0] ?? 'application/octet-stream');
  return { mimeType, animated };
}

function wrongType(got: string): GraphError {
  return new GraphError(100, {
    message: `(#100) Param file must be a file with one of the following types: ${allowed.join(', ')}. Received file of type '${got}'.`,
  });
}
