import { mediaKinds } from '@renkei/graph-api';
import { typeName } from '../inspect/type-name.ts';
import { tooLarge, typeRefused } from '../refusals.ts';
import { type Conversion, type Converter, type Source, safely, type Tools } from './conversion.ts';
import { remuxToOgg } from './remux.ts';

/** Sounds that WhatsApp does not take become Ogg with Opus and one channel, which is what voice notes are. */
export const convertAudio: Converter = async (source, tools) => {
  const { facts, sizeBytes, voice } = source;
  if (!/^(audio|video)\//.test(facts.mimeType) || facts.sound === null) return undefined;
  const isTaken = isTakenAsIs(source);
  const isVoiceNote = facts.mimeType === 'audio/ogg' && isTaken;
  const fits = sizeBytes <= maxBytes;
  if (isTaken && fits && (isVoiceNote || !voice)) return undefined;
  if (facts.sound.codec === 'opus' && fits) return moveToOgg(source, tools);
  if (tools.ffmpeg) return encode(source, tools);
  if (!isTaken) throw typeRefused('audio', typeName(facts), { ffmpegWouldHelp: true });
  if (!fits) throw tooLarge('audio', maxBytes);
  return undefined;
};

const { maxBytes } = mediaKinds.audio;

/** Which sounds a container may hold; `null` is one that cannot be told, as in damaged files. */
const takenCodecs: Readonly<Record<string, readonly (string | null)[]>> = {
  'audio/aac': ['aac'],
  'audio/amr': ['amr'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['aac', 'mp3'],
  'audio/ogg': ['opus'],
};

function isTakenAsIs({ facts: { mimeType, sound } }: Source): boolean {
  if (!takenCodecs[mimeType]?.includes(sound?.codec ?? null)) return false;
  return mimeType !== 'audio/ogg' || sound?.channels === 1;
}

async function moveToOgg({ path, facts }: Source, tools: Tools): Promise<Conversion> {
  const target = tools.target('ogg');
  await remuxToOgg(path, target);
  const isOgg = facts.mimeType === 'audio/ogg';
  const wasMono = facts.sound?.channels === 1;
  return {
    path: target,
    ending: 'ogg',
    reasons: [...(isOgg ? [] : (['format'] as const)), ...(wasMono ? [] : (['mono'] as const))],
  };
}

const bitsPerSecond = 48_000;
const leastBitsPerSecond = 6_000;

async function encode({ path, facts, sizeBytes }: Source, tools: Tools): Promise<Conversion> {
  const seconds = (facts.durationMs ?? 0) / 1000;
  const room = seconds > 0 ? Math.floor((safely(maxBytes) * 8) / seconds) : bitsPerSecond;
  if (room < leastBitsPerSecond) throw tooLarge('audio', maxBytes);
  const target = tools.target('ogg');
  const rate = String(Math.min(bitsPerSecond, room));
  await tools.ffmpeg?.convert(
    path,
    ['-vn', '-ac', '1', '-ar', '48000', '-c:a', 'libopus', '-b:a', rate, '-f', 'ogg'],
    target,
  );
  const wasStereo = (facts.sound?.channels ?? 1) > 1;
  return {
    path: target,
    ending: 'ogg',
    reasons: [
      'format',
      ...(wasStereo ? (['mono'] as const) : []),
      ...(sizeBytes > maxBytes ? (['size'] as const) : []),
    ],
  };
}
