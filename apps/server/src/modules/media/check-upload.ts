import type { MediaContentKind } from '@renkei/contract';
import { checkMedia } from '@renkei/graph-api';
import { RenkeiError } from '#platform/errors';
import { stickerPixels } from './convert/sticker.ts';
import { endingOf } from './inspect/ending-of.ts';
import type { FileFacts } from './inspect/file-facts.ts';
import { typeName } from './inspect/type-name.ts';
import { tooLarge, typeRefused, unreadable } from './refusals.ts';

/** Refuses what WhatsApp would not take as this kind, after everything was converted that can be. Throws `RenkeiError`. */
export function checkUpload(kind: MediaContentKind, facts: FileFacts, sizeBytes: number): void {
  const animated = facts.image?.animated ?? false;
  const check = checkMedia({ kind, mimeType: facts.mimeType, sizeBytes, animated });
  if (!check.ok) {
    if (check.reason === 'mime_type_not_allowed') throw typeRefused(kind, typeName(facts));
    if (check.reason === 'empty') throw unreadable();
    throw tooLarge(kind, check.maxBytes);
  }
  // WhatsApp would find out after minutes that there is nothing to see or to hear.
  if (!isReadable(kind, facts)) throw unreadable();
  if (kind === 'sticker' && (facts.width !== stickerPixels || facts.height !== stickerPixels)) {
    throw typeRefused(kind, typeName(facts));
  }
}

function isReadable(kind: MediaContentKind, { image, picture, sound }: FileFacts): boolean {
  if (kind === 'image' || kind === 'sticker') return image !== null;
  if (kind === 'video') return picture !== null;
  return kind === 'audio' ? sound !== null : true;
}

/** Refuses a file whose name promises something else than its bytes are. Throws `media_content_mismatch`. */
export function refuseDisguise(mimeType: string, fileName: string): void {
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

const picture = /^image\//;
const timed = /^(video|audio)\//;
const openXml = 'application/vnd\\.openxmlformats-officedocument';

/** What a name with this ending promises; other endings promise nothing. Phones name pictures and sounds loosely. */
const promisedTypes: Readonly<Record<string, RegExp>> = {
  jpg: picture,
  jpeg: picture,
  png: picture,
  webp: picture,
  gif: picture,
  heic: picture,
  mp4: timed,
  mov: timed,
  '3gp': timed,
  webm: timed,
  m4a: timed,
  ogg: timed,
  mp3: timed,
  aac: timed,
  amr: timed,
  wav: timed,
  pdf: /^application\/pdf$/,
  doc: /^application\/msword$/,
  xls: /^application\/vnd\.ms-excel$/,
  ppt: /^application\/vnd\.ms-powerpoint$/,
  docx: new RegExp(`^${openXml}\\.wordprocessingml\\.document$`),
  xlsx: new RegExp(`^${openXml}\\.spreadsheetml\\.sheet$`),
  pptx: new RegExp(`^${openXml}\\.presentationml\\.presentation$`),
  txt: /^text\//,
  csv: /^text\//,
};
