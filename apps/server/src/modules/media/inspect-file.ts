import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { parseFile } from 'music-metadata';
import { loadSharp } from './load-sharp.ts';

/** What a file is by its bytes; nothing it says of itself elsewhere counts. */
export interface FileFacts {
  /** `application/octet-stream` when the bytes are of no kind we know. */
  readonly mimeType: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
  readonly animated: boolean;
  /** Name of the audio codec in lower case, if there is one. */
  readonly audioCodec: string | null;
}

/** 50 million pixels: more than any camera of a phone makes, less than would exhaust memory. */
const maxPixels = 50_000_000;

export async function inspectFile(path: string, fileName: string | null): Promise<FileFacts> {
  const mimeType = await detectMimeType(path, fileName);
  if (mimeType.startsWith('image/')) return { ...(await inspectImage(path)), mimeType };
  if (/^(audio|video)\//.test(mimeType)) return { ...(await inspectSound(path, mimeType)), mimeType };
  return { ...nothingKnown, mimeType };
}

const nothingKnown = { width: null, height: null, durationMs: null, animated: false, audioCodec: null };

/** Old Office files share one container; the ending says which of the three it is, and opening decides nothing else. */
const compoundFileTypes: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

/** Names under which file-type reports what WhatsApp calls otherwise. */
const sameTypes: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/opus': 'audio/ogg',
  'audio/vnd.dlna.adts': 'audio/aac',
  'video/quicktime': 'video/quicktime',
};

async function detectMimeType(path: string, fileName: string | null): Promise<string> {
  const detected = await fileTypeFromFile(path);
  if (!detected) return (await isText(path)) ? 'text/plain' : 'application/octet-stream';
  if (detected.mime === 'application/x-cfb') return compoundFileTypes[endingOf(fileName)] ?? detected.mime;
  return sameTypes[detected.mime] ?? detected.mime;
}

export function endingOf(fileName: string | null): string {
  return /\.([^.]+)$/.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
}

/** UTF-8 without NUL, judged by the first 64 kB. */
async function isText(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const bytes = buffer.subarray(0, bytesRead);
    if (bytesRead === 0 || bytes.includes(0)) return false;
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  } finally {
    await handle.close();
  }
}

/** An image that cannot be read keeps its type and has no measures: it can still be downloaded. */
async function inspectImage(path: string): Promise<Omit<FileFacts, 'mimeType'>> {
  const sharp = await loadSharp();
  try {
    const {
      width,
      height,
      pages = 1,
      pageHeight,
    } = await sharp(path, { limitInputPixels: maxPixels }).metadata();
    return { ...nothingKnown, width, height: pageHeight ?? height, animated: pages > 1 };
  } catch (error) {
    if (error instanceof Error) return nothingKnown;
    throw error;
  }
}

async function inspectSound(path: string, mimeType: string): Promise<Omit<FileFacts, 'mimeType'>> {
  try {
    const { format } = await parseFile(path, { duration: true, skipCovers: true });
    const durationMs = format.duration === undefined ? null : Math.round(format.duration * 1000);
    return { ...nothingKnown, durationMs, audioCodec: format.codec?.toLowerCase() ?? null };
  } catch (error) {
    if (error instanceof Error && mimeType) return nothingKnown;
    throw error;
  }
}

/** A WebP of at most 480 pixels on its longer side; undefined when the image cannot be read. */
export async function makeThumbnail(path: string): Promise<Buffer | undefined> {
  const sharp = await loadSharp();
  try {
    return await sharp(path, { limitInputPixels: maxPixels })
      .rotate()
      .resize({ width: 480, height: 480, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 72 })
      .toBuffer();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
