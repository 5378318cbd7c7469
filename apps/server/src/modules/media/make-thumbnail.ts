import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import { decodeHeic } from './convert/decode-heic.ts';
import type { Ffmpeg } from './convert/ffmpeg.ts';
import type { FileFacts } from './inspect/file-facts.ts';
import { loadSharp, maxPixels } from './inspect/load-sharp.ts';

/** A WebP of at most 480 pixels on its longer side; undefined where there is nothing to see or it cannot be read. */
export async function makeThumbnail(
  path: string,
  facts: FileFacts,
  ffmpeg: Ffmpeg | undefined,
): Promise<Buffer | undefined> {
  try {
    if (facts.image) return await shrink(await openImage(path, facts));
    return facts.picture && ffmpeg ? await makePoster(path, facts, ffmpeg) : undefined;
  } catch (error) {
    // The file can still be downloaded; it only has no picture.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

async function openImage(path: string, { mimeType }: FileFacts): Promise<Sharp> {
  const sharp = await loadSharp();
  if (!/^image\/hei[cf]$/.test(mimeType)) return sharp(path, { limitInputPixels: maxPixels });
  const { data, width, height } = await decodeHeic(path);
  return sharp(data, { raw: { width, height, channels: 4 } });
}

function shrink(image: Sharp): Promise<Buffer> {
  return image
    .autoOrient()
    .resize({ width: 480, height: 480, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 72 })
    .toBuffer();
}

/** A second in, or half-way through what is shorter: the first picture is often black. */
async function makePoster(path: string, { durationMs }: FileFacts, ffmpeg: Ffmpeg): Promise<Buffer> {
  const seconds = Math.min(1, (durationMs ?? 0) / 2000);
  const folder = await mkdtemp(join(tmpdir(), 'renkei-poster-'));
  try {
    const frame = join(folder, 'frame.png');
    const onePicture = ['-ss', seconds.toFixed(2), '-frames:v', '1', '-an', '-f', 'image2', '-c:v', 'png'];
    await ffmpeg.convert(path, onePicture, frame);
    const sharp = await loadSharp();
    return await shrink(sharp(frame, { limitInputPixels: maxPixels }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
