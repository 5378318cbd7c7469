import type { Localized } from '@renkei/contract';
import type { FileFacts } from './file-facts.ts';

/** What a file is, in words that people use, with its MIME type. */
export function typeName({ mimeType, sound, picture }: FileFacts): Localized {
  const codecs = [picture?.codec, sound?.codec].map(codecName).filter((name) => name !== undefined);
  const inside = codecs.length === 0 ? mimeType : `${mimeType}, ${codecs.join(' + ')}`;
  const name = names[mimeType];
  if (name === undefined) return { en: inside, ja: inside };
  return { en: `${name.en} (${inside})`, ja: `${name.ja}（${inside}）` };
}

function codecName(codec: string | null | undefined): string | undefined {
  return codec === null || codec === undefined ? undefined : (codecNames[codec] ?? codec);
}

const codecNames: Readonly<Record<string, string>> = {
  avc: 'H.264',
  hevc: 'H.265',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
  aac: 'AAC',
  opus: 'Opus',
  mp3: 'MP3',
  vorbis: 'Vorbis',
  flac: 'FLAC',
  'pcm-s16': 'PCM',
};

const program: Localized = { en: 'a program', ja: 'プログラム' };
const archive: Localized = { en: 'an archive', ja: '圧縮ファイル' };
const names: Readonly<Record<string, Localized>> = {
  'application/octet-stream': { en: 'of no known kind', ja: '不明な種類' },
  'application/x-msdownload': program,
  'application/x-elf': program,
  'application/zip': archive,
  'application/x-7z-compressed': archive,
  'application/x-rar-compressed': archive,
  'application/gzip': archive,
  'application/pdf': { en: 'a PDF', ja: 'PDF' },
  'application/xml': { en: 'XML', ja: 'XML' },
  'application/x-cfb': { en: 'a compound file', ja: '複合ファイル' },
  'text/plain': { en: 'text', ja: 'テキスト' },
  'image/apng': { en: 'an animated PNG', ja: 'アニメーションPNG' },
  'image/bmp': { en: 'a bitmap', ja: 'ビットマップ画像' },
  'image/gif': { en: 'a GIF', ja: 'GIF' },
  'image/heic': { en: 'a HEIC picture', ja: 'HEIC画像' },
  'image/jpeg': { en: 'a JPEG picture', ja: 'JPEG画像' },
  'image/png': { en: 'a PNG picture', ja: 'PNG画像' },
  'image/webp': { en: 'a WebP picture', ja: 'WebP画像' },
  'audio/ogg': { en: 'an Ogg sound', ja: 'Ogg音声' },
  'audio/wav': { en: 'a WAV sound', ja: 'WAV音声' },
  'audio/flac': { en: 'a FLAC sound', ja: 'FLAC音声' },
  'video/mp4': { en: 'an MP4 video', ja: 'MP4動画' },
  'video/quicktime': { en: 'a QuickTime video', ja: 'QuickTime動画' },
  'video/webm': { en: 'a WebM video', ja: 'WebM動画' },
  'video/x-matroska': { en: 'a Matroska video', ja: 'Matroska動画' },
};
