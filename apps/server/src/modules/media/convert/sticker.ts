import { writeFile } from 'node:fs/promises';
import type { ConversionReason } from '@renkei/contract';
import { mediaKinds, staticStickerMaxBytes } from '@renkei/graph-api';
import { unreadable } from '../refusals.ts';
import { type Converter, type Source, safely } from './conversion.ts';
import { openPixels, readablePictures } from './open-pixels.ts';

/** A sticker is a square of this many pixels. (Meta, "Sticker messages", 2026-11) */
export const stickerPixels = 512;

/** Any picture becomes a WebP square with transparent edges; a moving one goes on moving. */
export const convertSticker: Converter = async (source, tools) => {
  const { facts } = source;
  if (!readablePictures.has(facts.mimeType)) return undefined;
  if (facts.image === null) throw unreadable();
  const { animated } = facts.image;
  const maxBytes = animated ? mediaKinds.sticker.maxBytes : staticStickerMaxBytes;
  const reasons = reasonsOf(source, maxBytes);
  if (reasons.length === 0) return undefined;
  for (const { quality, effort } of tries) {
    const bytes = await (await openPixels(source, animated))
      .autoOrient()
      .resize({ width: stickerPixels, height: stickerPixels, fit: 'contain', background: '#0000' })
      .webp({ quality, alphaQuality: quality, effort })
      .toBuffer();
    if (bytes.byteLength > safely(maxBytes)) continue;
    const path = tools.target('webp');
    await writeFile(path, bytes);
    return { path, ending: 'webp', reasons };
  }
  return undefined;
};

const tries = [90, 80, 65, 50, 35, 20, 10].map((quality) => ({ quality, effort: 4 }));

function reasonsOf({ facts, sizeBytes }: Source, maxBytes: number): ConversionReason[] {
  const { mimeType, width, height, image } = facts;
  const fits = width === stickerPixels && height === stickerPixels && sizeBytes <= maxBytes;
  return [
    ...(mimeType === 'image/webp' ? [] : (['format'] as const)),
    ...(image?.turned ? (['orientation'] as const) : []),
    ...(image?.hasMetadata ? (['metadata'] as const) : []),
    ...(fits ? [] : (['size'] as const)),
  ];
}
