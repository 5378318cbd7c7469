import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Coverage } from './checks/transitions.ts';

/** What a thread is asked to play. */
export interface SeedRange {
  readonly from: number;
  readonly count: number;
}

/** What became of a range, as plain data. */
export interface RangeResult {
  readonly passed: number;
  readonly failedSeeds: readonly number[];
  readonly steps: number;
  readonly counts: Coverage['counts'];
}

interface ManyResult {
  readonly passed: number;
  /** In ascending order. */
  readonly failedSeeds: readonly number[];
  readonly steps: number;
  readonly coverage: Coverage;
}

const rangeSize = 50;

/** Plays seeds on every processor; each is a world of its own, so it does not matter who plays which. */
export async function runMany({ from, count }: SeedRange, mostFailures: number): Promise<ManyResult> {
  const results: RangeResult[] = [];
  let next = from;
  const end = from + count;
  const hasEnough = () => results.flatMap(({ failedSeeds }) => failedSeeds).length >= mostFailures;
  const playRanges = async () => {
    const thread = new Worker(new URL('./seed-thread.ts', import.meta.url));
    try {
      while (next < end && !hasEnough()) {
        const range: SeedRange = { from: next, count: Math.min(rangeSize, end - next) };
        next += range.count;
        thread.postMessage(range);
        const [result] = await once(thread, 'message');
        results.push(result);
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 8) }, playRanges));
  const coverage = new Coverage();
  for (const { counts } of results) coverage.add(new Coverage(counts));
  const sum = (of: (result: RangeResult) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  return {
    passed: sum(({ passed }) => passed),
    failedSeeds: results.flatMap(({ failedSeeds }) => failedSeeds).toSorted((one, other) => one - other),
    steps: sum(({ steps }) => steps),
    coverage,
  };
}
