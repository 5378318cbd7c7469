import type { MediaContentKind } from '@renkei/contract';

/** What a file becomes when nobody says: by its type, or by its name where the browser does not know the type. */
export function attachmentKindOf(file: Pick<File, 'type' | 'name'>): MediaContentKind {
  const rule = rules.find(({ type, name }) => type.test(file.type) || name?.test(file.name));
  return rule?.kind ?? 'document';
}

const rules: readonly { readonly type: RegExp; readonly name?: RegExp; readonly kind: MediaContentKind }[] = [
  { type: /^image\//, name: /\.(heic|heif|avif)$/i, kind: 'image' },
  { type: /^video\//, name: /\.(mov|mkv|3gp)$/i, kind: 'video' },
  { type: /^audio\//, name: /\.(amr|opus)$/i, kind: 'audio' },
];

/** What the file dialog offers for each kind; the server converts what WhatsApp does not take, or says why it cannot. */
export const acceptedTypes: Readonly<Record<MediaContentKind, string>> = {
  image: 'image/*,.heic,.heif',
  video: 'video/*,.mkv',
  audio: 'audio/*,.amr,.opus',
  document: '*/*',
  sticker: 'image/*',
};
