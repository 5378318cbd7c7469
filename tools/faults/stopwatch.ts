/** Where the wall time of a part of a run goes: what it waits for is what makes a run long. */
export interface Stopwatch {
  /** What went by since the last lap, or the start, belongs to this. */
  lap(phase: string): void;
  /** Seconds: all of them, then each phase that took any. */
  tell(): string;
}

export function startStopwatch(): Stopwatch {
  const startedMs = performance.now();
  const phases = new Map<string, number>();
  let lappedMs = startedMs;
  return {
    lap(phase) {
      const nowMs = performance.now();
      phases.set(phase, (phases.get(phase) ?? 0) + nowMs - lappedMs);
      lappedMs = nowMs;
    },
    tell() {
      const parts = [...phases]
        .filter(([, ms]) => ms >= shortestMs)
        .map(([phase, ms]) => `${phase} ${seconds(ms)}`);
      return `${seconds(lappedMs - startedMs)} s (${parts.join(', ')})`;
    },
  };
}

const shortestMs = 100;

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1);
}
