import { checkMedia, type MediaKind } from '@renkei/graph-api';
import type { Media } from '../entities.ts';

/** Whether WhatsApp would deliver this file as this kind; if not, the message fails with 131053 by webhook. */
export function isSendable(
  kind: MediaKind,
  { mimeType, sizeBytes, animated }: Pick<Media, 'mimeType' | 'sizeBytes' | 'animated'>,
): boolean {
  const check = checkMedia({ kind, mimeType, sizeBytes, animated });
  // Documents of other types go through, only "unsupported" (Meta: supported media types).
  return check.ok || (kind === 'document' && check.reason === 'mime_type_not_allowed');
}
