/** `npm run sim -- --seeds 2000 [--from N] [--seed N --trace]`: plays many small worlds, each decided by its seed. */
import { parseArgs } from 'node:util';
import { Coverage } from './checks/transitions.ts';
import { runSeed, type SeedResult } from './run-seed.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    trace: { type: 'boolean', default: false },
    mutant: { type: 'string' },
  },
});

/** From here on every transition must have been seen. */
const enoughForCoverage = 2_000;
const mostFailures = 5;
const lastLines = 60;

if (values.seed === undefined) await runMany(Number(values.from), Number(values.seeds));
else await runOne(Number(values.seed), values.trace);

async function runOne(seed: number, isTold: boolean): Promise<void> {
  const result = await runSeed(seed, isTold);
  for (const line of result.story) console.log(line);
  for (const violation of result.violations) console.log(`seed ${seed}: ${violation}`);
  finish(result.violations.length === 0 ? 1 : 0, result.violations.length === 0 ? 0 : 1);
}

async function runMany(from: number, count: number): Promise<void> {
  const startedAtMs = performance.now();
  // Errors are part of every run; where they came from is told when a seed is played again.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const coverage = new Coverage();
  let steps = 0;
  let passed = 0;
  const failed: SeedResult[] = [];
  for (let seed = from; seed < from + count && failed.length < mostFailures; seed += 1) {
    const result = await runSeed(seed, false);
    coverage.add(result.coverage);
    steps += result.steps;
    if (result.violations.length > 0) failed.push(result);
    else passed += 1;
  }
  Error.stackTraceLimit = stackTraceLimit;
  for (const { seed } of failed) await explain(seed);
  const seconds = (performance.now() - startedAtMs) / 1_000;
  console.log(`${passed + failed.length} seeds, ${steps} steps in ${seconds.toFixed(1)} s`);
  console.log(coverage.lines().join('\n'));
  const uncovered =
    count >= enoughForCoverage && failed.length === 0
      ? coverage.uncovered(count >= 10 * enoughForCoverage)
      : [];
  for (const transition of uncovered) console.log(`BROKEN ${transition} never happened`);
  finish(passed, failed.length + uncovered.length);
}

async function explain(seed: number): Promise<void> {
  const { story, violations } = await runSeed(seed, true);
  console.log(
    `\nBROKEN seed ${seed}: ${violations[0] ?? 'nothing, the second time: something is not decided by the seed'}`,
  );
  for (const line of story.slice(-lastLines)) console.log(line);
  const mutant = values.mutant === undefined ? '' : ` --mutant ${values.mutant}`;
  console.log(`again: npm run sim -- --seed ${seed} --trace${mutant}\n`);
}

function finish(passed: number, failed: number): void {
  console.log(`sim: ${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
