import type { Ffmpeg } from '../convert/ffmpeg.ts';
import type { Level } from './level.ts';

const samplesPerSecond = 8000;
const pieceSamples = 160;

/** Decodes a sound and measures it piece by piece, as it comes out. */
export async function levelsOfSamples(
  ffmpeg: Ffmpeg,
  path: string,
  durationMs: number,
): Promise<readonly Level[]> {
  const total = Math.max(1, (durationMs / 1000) * samplesPerSecond);
  const levels: Level[] = [];
  let squares = 0;
  let samples = 0;
  let rest = Buffer.alloc(0);
  await ffmpeg.decode(path, ['-vn', '-ac', '1', '-ar', String(samplesPerSecond), '-f', 's16le'], (chunk) => {
    const bytes = rest.byteLength === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.byteLength - (bytes.byteLength % 2);
    rest = Buffer.from(bytes.subarray(whole));
    for (let at = 0; at < whole; at += 2) {
      const sample = bytes.readInt16LE(at) / 32_768;
      squares += sample * sample;
      samples += 1;
      if (samples % pieceSamples !== 0) continue;
      // The square root of the loudness is nearer to what is heard than the loudness.
      levels.push({
        at: (samples - pieceSamples) / total,
        level: Math.sqrt(Math.sqrt(squares / pieceSamples)),
      });
      squares = 0;
    }
  });
  return levels;
}
