export const barCount = 40;

/**
 * The loudness of a sound in equal parts, each from 0 to 1 and the loudest 1. Silence stays flat. Within a part not every
 * sample is looked at: a few hundred tell its height.
 */
export function peaksOf(samples: Float32Array): readonly number[] {
  const length = samples.length / barCount;
  const step = Math.max(1, Math.floor(length / 400));
  const heights = Array.from({ length: barCount }, (_, bar) => {
    let peak = 0;
    const end = Math.min(samples.length, Math.floor((bar + 1) * length));
    for (let index = Math.floor(bar * length); index < end; index += step) {
      peak = Math.max(peak, Math.abs(samples[index] ?? 0));
    }
    return peak;
  });
  const loudest = Math.max(...heights);
  return loudest < noiseFloor ? heights.map(() => 0) : heights.map((height) => height / loudest);
}

const noiseFloor = 0.001;
