import styles from './audio-player.module.css';

interface WaveformProps {
  /** From 0 to 100 each; null where nobody knows them, drawn as a flat line. */
  readonly peaks: readonly number[] | null;
  /** From 0 to 1. */
  readonly played: number;
}

const silence: readonly number[] = Array.from({ length: 64 }, () => 0);

export function Waveform({ peaks, played }: WaveformProps) {
  const bars = peaks ?? silence;
  return (
    <div className={styles.bars} aria-hidden>
      {bars.map((peak, index) => (
        <span
          key={index}
          data-played={index / bars.length < played}
          style={{ height: `${Math.round(12 + peak * 0.88)}%` }}
        />
      ))}
    </div>
  );
}
