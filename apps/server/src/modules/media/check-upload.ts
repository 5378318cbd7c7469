import type { MediaContentKind } from '@renkei/contract';
import { checkMedia, mediaKinds } from '@renkei/graph-api';
import { RenkeiError } from '#platform/errors';
import { endingOf, type FileFacts } from './inspect-file.ts';

/** Refuses a file that WhatsApp would not take as this kind, before anybody waits for it. Throws `RenkeiError`. */
export function checkUpload(
  kind: MediaContentKind,
  facts: FileFacts,
  sizeBytes: number,
  fileName: string | null,
): void {
  refuseDisguise(facts.mimeType, fileName);
  const check = checkMedia({ kind, mimeType: facts.mimeType, sizeBytes, animated: facts.animated });
  if (!check.ok) {
    if (check.reason === 'mime_type_not_allowed') throw typeRefused(kind, facts.mimeType, check.allowed);
    throw tooLarge(kind, check.maxBytes);
  }
  if (kind === 'audio' && facts.mimeType === 'audio/ogg' && !facts.audioCodec?.includes('opus')) {
    throw typeRefused(kind, `audio/ogg (${facts.audioCodec ?? '?'})`, ['audio/ogg; codecs=opus']);
  }
  if (kind === 'sticker' && (facts.width !== 512 || facts.height !== 512)) {
    throw new RenkeiError('content_not_allowed', {
      detail: {
        en: `A sticker is 512 × 512 pixels; this one is ${facts.width ?? '?'} × ${facts.height ?? '?'}.`,
        ja: `スタンプは512×512ピクセルです。このファイルは${facts.width ?? '?'}×${facts.height ?? '?'}ピクセルです。`,
      },
    });
  }
}

/** The largest number of bytes worth reading of an upload of this kind. */
export function maxUploadBytes(kind: MediaContentKind): number {
  return mediaKinds[kind].maxBytes;
}

export function tooLarge(kind: MediaContentKind, maxBytes: number): RenkeiError {
  const limit =
    maxBytes >= 1_048_576 ? `${Math.floor(maxBytes / 1_048_576)} MB` : `${Math.floor(maxBytes / 1024)} kB`;
  return new RenkeiError('media_too_large', {
    detail: {
      en: `WhatsApp takes at most ${limit} as ${kind}.`,
      ja: `WhatsAppで「${kindNames[kind]}」として送信できるのは最大${limit}です。`,
    },
  });
}

const kindNames: Readonly<Record<MediaContentKind, string>> = {
  image: '画像',
  video: '動画',
  audio: '音声',
  document: 'ドキュメント',
  sticker: 'スタンプ',
};

function typeRefused(kind: MediaContentKind, mimeType: string, allowed: readonly string[]): RenkeiError {
  return new RenkeiError('media_type_refused', {
    detail: {
      en: `This file is ${mimeType}. As ${kind} WhatsApp takes: ${allowed.join(', ')}.`,
      ja: `このファイルは ${mimeType} です。「${kindNames[kind]}」として送信できる形式：${allowed.join('、')}。`,
    },
  });
}

/** What a name with this ending promises; other endings promise nothing. */
const promisedTypes: Readonly<Record<string, RegExp>> = {
  jpg: /^image\//,
  jpeg: /^image\//,
  png: /^image\//,
  webp: /^image\//,
  gif: /^image\//,
  mp4: /^(video|audio)\//,
  '3gp': /^(video|audio)\//,
  mp3: /^audio\//,
  ogg: /^(audio|video|application)\/ogg/,
  aac: /^audio\//,
  amr: /^audio\//,
  m4a: /^(audio|video)\//,
  pdf: /^application\/pdf$/,
  txt: /^text\//,
};

function refuseDisguise(mimeType: string, fileName: string | null): void {
  const ending = endingOf(fileName);
  const promised = promisedTypes[ending];
  if (!promised || promised.test(mimeType)) return;
  throw new RenkeiError('media_content_mismatch', {
    detail: {
      en: `The name ends in .${ending}, but the content is ${mimeType}.`,
      ja: `ファイル名の拡張子は .${ending} ですが、中身は ${mimeType} です。`,
    },
  });
}
