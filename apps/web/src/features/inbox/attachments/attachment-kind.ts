import type { MediaContentKind } from '@renkei/contract';

/** What a file becomes when nobody says: by its type. WebP is what WhatsApp takes for stickers only. */
export function attachmentKindOf(file: Pick<File, 'type' | 'name'>): MediaContentKind {
  const rule = rules.find(({ pattern }) => pattern.test(file.type));
  return rule?.kind ?? 'document';
}

const rules: readonly { readonly pattern: RegExp; readonly kind: MediaContentKind }[] = [
  { pattern: /^image\/webp$/, kind: 'sticker' },
  { pattern: /^image\//, kind: 'image' },
  { pattern: /^video\//, kind: 'video' },
  { pattern: /^audio\//, kind: 'audio' },
];

/** What the file dialog offers for each kind. Source: Meta, Media: supported types (2025-12-11). */
export const acceptedTypes: Readonly<Record<MediaContentKind, string>> = {
  image: 'image/jpeg,image/png',
  video: 'video/mp4,video/3gpp',
  audio: 'audio/aac,audio/amr,audio/mpeg,audio/mp4,audio/ogg',
  document: '*/*',
  sticker: 'image/webp',
};
