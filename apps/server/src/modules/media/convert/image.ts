import { writeFile } from 'node:fs/promises';
import type { ConversionReason } from '@renkei/contract';
import { mediaKinds } from '@renkei/graph-api';
import { RenkeiError } from '#platform/errors';
import { loadSharp } from '../inspect/load-sharp.ts';
import { unreadable } from '../refusals.ts';
import { type Conversion, type Converter, type Source, safely, type Tools } from './conversion.ts';
import { openPixels, readablePictures } from './open-pixels.ts';

/** Pictures that WhatsApp does not take as they are become JPEG, or PNG where something shines through. */
export const convertImage: Converter = async (source, tools) => {
  const { facts, sizeBytes } = source;
  if (!readablePictures.has(facts.mimeType)) return undefined;
  if (facts.image === null) throw unreadable();
  if (facts.image.animated) throw animatedRefused();
  const reasons = reasonsOf(source);
  if (reasons.length === 0) return undefined;
  const mustShrink = sizeBytes > safely(maxBytes);
  return paint(source, tools, reasons, mustShrink ? firstSmallerTry : 0);
};

const { maxBytes, mimeTypes } = mediaKinds.image;

function reasonsOf({ facts: { mimeType, image }, sizeBytes }: Source): ConversionReason[] {
  if (image === null) return [];
  const { turned, hasMetadata, isPlainColour } = image;
  const taken: readonly string[] = mimeTypes;
  return [
    ...(taken.includes(mimeType) && isPlainColour ? [] : (['format'] as const)),
    ...(turned ? (['orientation'] as const) : []),
    ...(hasMetadata ? (['metadata'] as const) : []),
    ...(sizeBytes > safely(maxBytes) ? (['size'] as const) : []),
  ];
}

/** From as it is to small; a phone shows at most 4096 pixels, and mostly 1600. */
const tries: readonly { readonly pixels: number; readonly quality: number }[] = [
  { pixels: 16_383, quality: 92 },
  { pixels: 8192, quality: 88 },
  { pixels: 4096, quality: 88 },
  { pixels: 3072, quality: 84 },
  { pixels: 2048, quality: 80 },
  { pixels: 1280, quality: 75 },
];
const firstSmallerTry = 1;

async function paint(
  source: Source,
  tools: Tools,
  reasons: readonly ConversionReason[],
  firstTry: number,
): Promise<Conversion> {
  const sharp = await loadSharp();
  const isOpaque = await (await openPixels(source)).stats().then((stats) => stats.isOpaque);
  const ending = isOpaque ? 'jpg' : 'png';
  for (const [index, { pixels, quality }] of tries.entries()) {
    if (index < firstTry) continue;
    const upright = (await openPixels(source))
      .autoOrient()
      .resize({ width: pixels, height: pixels, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    const bytes = await (isOpaque
      ? upright.flatten({ background: '#fff' }).jpeg({ quality })
      : upright.png({ compressionLevel: 9, palette: index > firstSmallerTry })
    ).toBuffer();
    if (bytes.byteLength > safely(maxBytes)) continue;
    const path = tools.target(ending);
    await writeFile(path, bytes);
    return { path, ending, reasons: withSize(reasons, index) };
  }
  throw new Error(`An image stays above ${maxBytes} bytes at 1280 pixels (sharp ${sharp.versions.sharp}).`);
}

/** The first try changes no pixel; a later one does, even if nobody asked for it beforehand. */
function withSize(reasons: readonly ConversionReason[], index: number): readonly ConversionReason[] {
  return index === 0 || reasons.includes('size') ? reasons : [...reasons, 'size'];
}

function animatedRefused(): RenkeiError {
  return new RenkeiError('media_type_refused', {
    detail: {
      en: 'This picture moves. WhatsApp takes moving pictures only as a video (MP4) or as a sticker.',
      ja: 'この画像はアニメーションです。WhatsAppで動く画像を送信できるのは、動画（MP4）またはスタンプとしてのみです。',
    },
    remedy: {
      en: 'Send it as a sticker, or save it as an MP4 video. For a still picture, save one frame as PNG.',
      ja: 'スタンプとして送信するか、MP4動画として保存してください。静止画で送る場合は、1コマをPNGで保存してください。',
    },
  });
}
