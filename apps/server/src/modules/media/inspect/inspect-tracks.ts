import type { Input } from 'mediabunny';
import type { FileFacts } from './file-facts.ts';
import { inspectAmr } from './inspect-amr.ts';

/** Reads what is in a container without decoding it; a file that cannot be read keeps its type only. */
export async function inspectTracks(path: string, facts: FileFacts): Promise<FileFacts> {
  if (facts.mimeType === 'audio/amr') return inspectAmr(path, facts);
  const { ALL_FORMATS, FilePathSource, Input } = await import('mediabunny');
  using input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  try {
    return await readTracks(input, facts);
  } catch (error) {
    if (error instanceof Error) return facts;
    throw error;
  }
}

async function readTracks(input: Input, facts: FileFacts): Promise<FileFacts> {
  const sounds = await input.getAudioTracks();
  const sound = sounds[0];
  const film = await input.getPrimaryVideoTrack();
  const seconds = await input.computeDuration();
  return {
    ...facts,
    mimeType: film ? facts.mimeType : soundTypeOf(facts.mimeType),
    width: film ? await film.getDisplayWidth() : null,
    height: film ? await film.getDisplayHeight() : null,
    durationMs: Number.isFinite(seconds) ? Math.round(seconds * 1000) : null,
    sound: sound
      ? { codec: await sound.getCodec(), channels: await sound.getNumberOfChannels(), tracks: sounds.length }
      : null,
    picture: film ? { codec: await film.getCodec(), hasPlace: await saysWhere(input) } : null,
  };
}

/** Containers of video with nothing to see are sound. */
function soundTypeOf(mimeType: string): string {
  return mimeType === 'video/quicktime' || mimeType === 'video/3gpp'
    ? 'audio/mp4'
    : mimeType.replace(/^video\/(mp4|webm|x-matroska)$/, 'audio/$1');
}

/** Cameras write the place into one of these. Source: Apple, QuickTime File Format: user data and metadata keys. */
const placeTags = ['©xyz', 'loci', 'com.apple.quicktime.location.ISO6709', 'LOCATION'];

async function saysWhere(input: Input): Promise<boolean> {
  const { raw = {} } = await input.getMetadataTags();
  return placeTags.some((tag) => raw[tag] !== undefined);
}
