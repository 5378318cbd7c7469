import { z } from 'zod';
import { decoration, wireId, wireNumber } from '../wire.ts';

/** `GET /{media-id}`. `url` needs the token and dies after five minutes. (Meta, "Media", 2026-11) */
export const mediaNode = z.looseObject({
  id: wireId,
  url: z.string(),
  mime_type: z.string(),
  /** Hex in older answers, base64 in newer ones: compare with `sha256Hex`. */
  sha256: decoration(z.string()),
  file_size: decoration(wireNumber),
});
export type MediaNode = z.infer<typeof mediaNode>;

/** `POST /{phone-number-id}/media`. */
export const mediaUploadAnswer = z.looseObject({ id: wireId });

/** A SHA-256 in either spelling of Meta's as lower-case hex; undefined when it is neither. */
export function sha256Hex(digest: string): string | undefined {
  if (/^[0-9a-f]{64}$/i.test(digest)) return digest.toLowerCase();
  const bytes = Buffer.from(digest, 'base64');
  return bytes.length === 32 ? bytes.toString('hex') : undefined;
}
