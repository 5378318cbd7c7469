import type { Ffmpeg } from '../convert/ffmpeg.ts';
import type { FileFacts } from '../inspect/file-facts.ts';
import type { Level } from './level.ts';
import { levelsOfOpus } from './levels-of-opus.ts';
import { levelsOfSamples } from './levels-of-samples.ts';

/** As many bars as a phone draws. */
const waveformBars = 64;

/**
 * What a sound looks like, 0 to 100. Measured where ffmpeg can decode it; of Opus alone it is read from what the encoder
 * noted at the head of each packet. Null where neither is to be had.
 */
export async function drawWaveform(
  path: string,
  facts: FileFacts,
  ffmpeg: Ffmpeg | undefined,
): Promise<readonly number[] | null> {
  const { sound, picture, durationMs } = facts;
  if (sound === null || picture !== null || durationMs === null || durationMs <= 0) return null;
  try {
    if (ffmpeg) return toBars(await levelsOfSamples(ffmpeg, path, durationMs));
    return sound.codec === 'opus' ? toBars(await levelsOfOpus(path, durationMs)) : null;
  } catch (error) {
    // A sound that is damaged half-way still plays up to there; it is drawn as a flat line.
    if (error instanceof Error) return null;
    throw error;
  }
}

function toBars(levels: readonly Level[]): readonly number[] | null {
  const sums = new Float64Array(waveformBars);
  const counts = new Uint32Array(waveformBars);
  for (const { at, level } of levels) {
    const bar = Math.min(waveformBars - 1, Math.max(0, Math.floor(at * waveformBars)));
    sums[bar] = (sums[bar] ?? 0) + level;
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  const means = Array.from(sums, (sum, bar) =>
    (counts[bar] ?? 0) === 0 ? undefined : sum / (counts[bar] ?? 1),
  );
  const loudest = Math.max(...means.map((mean) => mean ?? 0));
  if (loudest === 0) return null;
  let last = 0;
  return means.map((mean) => {
    // A sound of less than a second has fewer pieces than bars.
    last = mean ?? last;
    return Math.round((100 * last) / loudest);
  });
}
