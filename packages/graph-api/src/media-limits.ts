/** What a business may send as one kind of media. */
export interface MediaLimits {
  /** Base MIME types, without parameters. */
  readonly mimeTypes: readonly string[];
  readonly maxBytes: number;
  readonly captionAllowed: boolean;
}

const mebibyte = 1024 * 1024;

/**
 * The limits per kind. Meta prints MB and KB; whether it counts 1,000 or 1,024 is not known, so keep some distance.
 * (Meta, "Media" and the pages of the message types, 2026-11)
 */
export const mediaKinds = {
  image: { mimeTypes: ['image/jpeg', 'image/png'], maxBytes: 5 * mebibyte, captionAllowed: true },
  video: { mimeTypes: ['video/mp4', 'video/3gpp'], maxBytes: 16 * mebibyte, captionAllowed: true },
  /** `audio/ogg` only with the OPUS codec, mono; a voice message must be that. */
  audio: {
    mimeTypes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
    maxBytes: 16 * mebibyte,
    captionAllowed: false,
  },
  document: {
    mimeTypes: [
      'text/plain',
      'application/pdf',
      'application/msword',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.ms-excel',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.ms-powerpoint',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ],
    maxBytes: 100 * mebibyte,
    captionAllowed: true,
  },
  /** 512×512 pixels. This size is for animated ones; see `staticStickerMaxBytes`. */
  sticker: { mimeTypes: ['image/webp'], maxBytes: 500 * 1024, captionAllowed: false },
} as const satisfies Record<string, MediaLimits>;

export type MediaKind = keyof typeof mediaKinds;

export const staticStickerMaxBytes = 100 * 1024;

/** Above this a voice message shows a download icon instead of playing. */
export const voicePlayIconMaxBytes = 512 * 1024;

/** How long Meta keeps media and their addresses. (Meta, "Media", 2026-11) */
export const mediaRetention = {
  uploadedIdDays: 30,
  webhookIdDays: 7,
  downloadUrlMinutes: 5,
} as const;

export interface MediaFacts {
  readonly kind: MediaKind;
  /** With or without parameters: `audio/ogg; codecs=opus` counts as `audio/ogg`. */
  readonly mimeType: string;
  readonly sizeBytes: number;
  /** For stickers; unknown counts as animated, the larger allowance. */
  readonly animated?: boolean;
}

export type MediaCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'mime_type_not_allowed'; readonly allowed: readonly string[] }
  | { readonly ok: false; readonly reason: 'too_large' | 'empty'; readonly maxBytes: number };

/** Whether Meta would take this file as this kind. Judges what it is told: find the MIME type by content first. */
export function checkMedia({ kind, mimeType, sizeBytes, animated = true }: MediaFacts): MediaCheck {
  const limits: MediaLimits = mediaKinds[kind];
  if (!limits.mimeTypes.includes(baseMimeType(mimeType))) {
    return { ok: false, reason: 'mime_type_not_allowed', allowed: limits.mimeTypes };
  }
  const maxBytes = kind === 'sticker' && !animated ? staticStickerMaxBytes : limits.maxBytes;
  if (sizeBytes <= 0) return { ok: false, reason: 'empty', maxBytes };
  return sizeBytes <= maxBytes ? { ok: true } : { ok: false, reason: 'too_large', maxBytes };
}

/** The kind that a MIME type is sent as, stickers aside: `image/webp` has none. */
export function findMediaKind(mimeType: string): Exclude<MediaKind, 'sticker'> | undefined {
  const base = baseMimeType(mimeType);
  return sendableKinds.find((kind) => {
    const { mimeTypes }: MediaLimits = mediaKinds[kind];
    return mimeTypes.includes(base);
  });
}

const sendableKinds = ['image', 'video', 'audio', 'document'] as const;

function baseMimeType(mimeType: string): string {
  return (mimeType.split(';')[0] ?? '').trim().toLowerCase();
}
