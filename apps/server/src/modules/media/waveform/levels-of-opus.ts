import type { Level } from './level.ts';
import { readSpokenGain } from './read-spoken-gain.ts';

/** One step of a gain is 1.37 dB (RFC 6716 §4.2.7.4); drawn as the square root of the loudness, as measured ones are. */
const rootPerStep = 10 ** (1.37 / 40);

/**
 * The loudness of Opus without decoding it. Speech (SILK) has its gain at the head of every packet. Music (CELT) has not,
 * but louder and richer sound takes more bytes, and silence next to none.
 */
export async function levelsOfOpus(path: string, durationMs: number): Promise<readonly Level[]> {
  const { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } = await import('mediabunny');
  using input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  const track = await input.getPrimaryAudioTrack();
  if (!track) return [];
  const spoken: Level[] = [];
  const played: Level[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const at = (packet.timestamp * 1000) / durationMs;
    const gain = readSpokenGain(packet.data);
    if (gain === undefined) played.push({ at, level: packet.byteLength });
    else spoken.push({ at, level: rootPerStep ** gain });
  }
  return [...toShares(spoken), ...toShares(played)];
}

/** Each in its own measure, so that an encoder may change its mind in the middle. */
function toShares(levels: readonly Level[]): readonly Level[] {
  const loudest = levels.reduce((most, { level }) => Math.max(most, level), 0);
  return loudest === 0 ? [] : levels.map(({ at, level }) => ({ at, level: level / loudest }));
}
