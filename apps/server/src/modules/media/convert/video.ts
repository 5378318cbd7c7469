import type { ConversionReason } from '@renkei/contract';
import { mediaKinds } from '@renkei/graph-api';
import { typeName } from '../inspect/type-name.ts';
import { tooLarge, typeRefused } from '../refusals.ts';
import { type Conversion, type Converter, type Source, safely, type Tools } from './conversion.ts';
import { remuxToMp4 } from './remux.ts';

/** Videos that WhatsApp does not take become MP4 with H.264 and AAC: moved over where they are that, else by ffmpeg. */
export const convertVideo: Converter = async (source, tools) => {
  const { facts, sizeBytes } = source;
  if (facts.picture === null && facts.image?.animated !== true) return undefined;
  const reasons = reasonsOf(source);
  if (reasons.length === 0) return undefined;
  const isSmall = sizeBytes <= maxBytes;
  if (isSmall && hasTakenCodecs(source)) {
    const path = tools.target('mp4');
    await remuxToMp4(source.path, path);
    return { path, ending: 'mp4', reasons };
  }
  if (tools.ffmpeg) return encode(source, tools, reasons);
  if (isTakenContainer(source) && hasTakenCodecs(source)) throw tooLarge('video', maxBytes);
  throw typeRefused('video', typeName(facts), { ffmpegWouldHelp: true });
};

const { maxBytes, mimeTypes } = mediaKinds.video;

function reasonsOf(source: Source): readonly ConversionReason[] {
  const { facts, sizeBytes } = source;
  return [
    ...(isTakenContainer(source) && hasTakenCodecs(source) ? [] : (['format'] as const)),
    ...(facts.picture?.hasPlace ? (['metadata'] as const) : []),
    ...(sizeBytes > maxBytes ? (['size'] as const) : []),
  ];
}

function isTakenContainer({ facts: { mimeType } }: Source): boolean {
  const taken: readonly string[] = mimeTypes;
  return taken.includes(mimeType);
}

/** One sound or none. (Meta, "Video messages", 2026-11) */
function hasTakenCodecs({ facts: { picture, sound } }: Source): boolean {
  return picture?.codec === 'avc' && (sound === null || (sound.codec === 'aac' && sound.tracks === 1));
}

const soundBitsPerSecond = 96_000;
const mostBitsPerSecond = 2_500_000;
/** Below this nothing can be seen any more. */
const leastBitsPerSecond = 120_000;
const longestSide = 1280;
const fitInside = `scale=w='min(${longestSide},iw)':h='min(${longestSide},ih)':force_original_aspect_ratio=decrease:force_divisible_by=2,format=yuv420p`;

/** Without B-frames: Android refuses the "High" profile with them. (Meta, "Video messages", 2026-11) */
async function encode(
  { path, facts }: Source,
  tools: Tools,
  reasons: readonly ConversionReason[],
): Promise<Conversion> {
  const seconds = Math.max(1, (facts.durationMs ?? 60_000) / 1000);
  const room = Math.floor((safely(maxBytes) * 8) / seconds) - soundBitsPerSecond;
  if (room < leastBitsPerSecond) throw tooLarge('video', maxBytes);
  const rate = Math.min(mostBitsPerSecond, room);
  const target = tools.target('mp4');
  await tools.ffmpeg?.convert(
    path,
    [
      ...['-map', '0:v:0', '-map', '0:a:0?', '-sn', '-dn', '-vf', fitInside],
      ...['-c:v', 'libx264', '-profile:v', 'main', '-bf', '0', '-preset', 'veryfast', '-crf', '25'],
      ...['-maxrate', String(rate), '-bufsize', String(rate)],
      ...['-c:a', 'aac', '-b:a', String(soundBitsPerSecond), '-ac', '2'],
      ...['-movflags', '+faststart', '-f', 'mp4'],
    ],
    target,
  );
  return {
    path: target,
    ending: 'mp4',
    reasons: reasons.includes('format') ? reasons : ['format', ...reasons],
  };
}
