import type { Sharp } from 'sharp';
import { loadSharp, maxPixels } from '../inspect/load-sharp.ts';
import { unreadable } from '../refusals.ts';
import type { Source } from './conversion.ts';
import { decodeHeic } from './decode-heic.ts';

/** Everything that can be painted anew. */
export const readablePictures: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/tiff',
  'image/avif',
  'image/heic',
  'image/heif',
]);

const highEfficiency = new Set(['image/heic', 'image/heif']);

/** The pixels of a picture, ready to be painted. Throws `media_unreadable` for what is no picture after all. */
export async function openPixels({ path, facts }: Source, animated = false): Promise<Sharp> {
  const sharp = await loadSharp();
  if (!highEfficiency.has(facts.mimeType)) {
    return sharp(path, { limitInputPixels: maxPixels, failOn: 'error', animated });
  }
  const { data, width, height } = await decodeHeic(path).catch((error: unknown) => {
    throw unreadable(error);
  });
  return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: maxPixels });
}
