import styles from './audio-player.module.css';
import { barCount } from './peaks-of.ts';

interface WaveformProps {
  /** From 0 to 1 each; undefined until the sound has been read, or if it cannot be. */
  readonly peaks: readonly number[] | undefined;
  /** From 0 to 1. */
  readonly played: number;
}

const silence: readonly number[] = Array.from({ length: barCount }, () => 0);

export function Waveform({ peaks = silence, played }: WaveformProps) {
  return (
    <div className={styles.bars} aria-hidden>
      {peaks.map((peak, index) => (
        <span
          key={index}
          data-played={index / peaks.length < played}
          style={{ height: `${Math.round(12 + peak * 88)}%` }}
        />
      ))}
    </div>
  );
}
