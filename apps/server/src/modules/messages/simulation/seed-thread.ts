import { parentPort } from 'node:worker_threads';
import { Coverage } from './checks/transitions.ts';
import type { RangeResult, SeedRange } from './run-many.ts';
import { runSeed } from './run-seed.ts';

// Errors are part of every run; where they came from is told when a seed is played again.
Error.stackTraceLimit = 0;

parentPort?.on('message', ({ from, count }: SeedRange) => {
  void playRange(from, count).then((result) => parentPort?.postMessage(result));
});

async function playRange(from: number, count: number): Promise<RangeResult> {
  const coverage = new Coverage();
  const failedSeeds: number[] = [];
  let steps = 0;
  for (let seed = from; seed < from + count; seed += 1) {
    const result = await runSeed(seed);
    coverage.add(result.coverage);
    steps += result.steps;
    if (result.violations.length > 0) failedSeeds.push(seed);
  }
  return { passed: count - failedSeeds.length, failedSeeds, steps, counts: coverage.counts };
}
