import type { Localized, MediaContentKind } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';

/** A file that its kind cannot be. `found` is what it is, in words. */
export function typeRefused(
  kind: MediaContentKind,
  found: Localized,
  options: { readonly ffmpegWouldHelp?: boolean } = {},
): RenkeiError {
  const { name, takes } = kinds[kind];
  const hint = options.ffmpegWouldHelp ? ffmpegHint : { en: '', ja: '' };
  return new RenkeiError('media_type_refused', {
    detail: {
      en: `This file is ${found.en}. As ${name.en} WhatsApp takes ${takes.en}.${hint.en}`,
      ja: `このファイルは${found.ja}です。WhatsAppで「${name.ja}」として送信できるのは${takes.ja}です。${hint.ja}`,
    },
  });
}

export function tooLarge(kind: MediaContentKind, maxBytes: number): RenkeiError {
  const limit = sizeOf(maxBytes);
  return new RenkeiError('media_too_large', {
    detail: {
      en: `WhatsApp takes at most ${limit} as ${kinds[kind].name.en}.`,
      ja: `WhatsAppで「${kinds[kind].name.ja}」として送信できるのは最大${limit}です。`,
    },
  });
}

/** More than is worth converting. */
export function tooLargeToConvert(maxBytes: number): RenkeiError {
  const limit = sizeOf(maxBytes);
  return new RenkeiError('media_too_large', {
    detail: {
      en: `A file to be made smaller may have at most ${limit}.`,
      ja: `縮小できるファイルは最大${limit}です。`,
    },
  });
}

/** `cause` is what the library said; for the log. */
export function unreadable(cause?: unknown): RenkeiError {
  return new RenkeiError('media_unreadable', { cause });
}

function sizeOf(bytes: number): string {
  const mebibyte = 1024 * 1024;
  return bytes >= mebibyte ? `${Math.floor(bytes / mebibyte)} MB` : `${Math.floor(bytes / 1024)} kB`;
}

const ffmpegHint: Localized = {
  en: ' With ffmpeg installed on the server it would be converted.',
  ja: 'サーバーにffmpegがあれば自動で変換されます。',
};

/** Source: Meta, Media: supported types (2025-12-11). */
const kinds: Readonly<Record<MediaContentKind, { readonly name: Localized; readonly takes: Localized }>> = {
  image: {
    name: { en: 'an image', ja: '画像' },
    takes: {
      en: 'JPEG and PNG (image/jpeg, image/png) up to 5 MB',
      ja: '5 MBまでのJPEGとPNG（image/jpeg、image/png）',
    },
  },
  video: {
    name: { en: 'a video', ja: '動画' },
    takes: {
      en: 'MP4 and 3GP with H.264 picture and one AAC sound (video/mp4, video/3gpp) up to 16 MB',
      ja: '16 MBまでのMP4と3GP（映像はH.264、音声はAAC 1本まで。video/mp4、video/3gpp）',
    },
  },
  audio: {
    name: { en: 'audio', ja: '音声' },
    takes: {
      en: 'AAC, AMR, MP3, M4A and Ogg with Opus (audio/aac, audio/amr, audio/mpeg, audio/mp4, audio/ogg; codecs=opus) up to 16 MB',
      ja: '16 MBまでのAAC、AMR、MP3、M4A、Opusを使ったOgg（audio/aac、audio/amr、audio/mpeg、audio/mp4、audio/ogg; codecs=opus）',
    },
  },
  document: {
    name: { en: 'a document', ja: 'ドキュメント' },
    takes: {
      en: 'PDF, Word, Excel, PowerPoint and text (application/pdf, .doc, .docx, .xls, .xlsx, .ppt, .pptx, text/plain) up to 100 MB',
      ja: '100 MBまでのPDF、Word、Excel、PowerPoint、テキスト（application/pdf、.doc、.docx、.xls、.xlsx、.ppt、.pptx、text/plain）',
    },
  },
  sticker: {
    name: { en: 'a sticker', ja: 'スタンプ' },
    takes: {
      en: 'WebP of 512 × 512 pixels (image/webp) up to 100 kB, 500 kB when it moves',
      ja: '512×512ピクセルのWebP（image/webp）。静止画は100 kB、アニメーションは500 kBまで',
    },
  },
};
