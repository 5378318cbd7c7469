/**
 * `npm run sim -- --seeds 2000 [--from N]`: plays many small worlds, each decided by its seed. `--seed N [--trace]
 * [--with sends=3,crashes=0] [--dice N]`: plays one, as it is or with less in it.
 */
import { parseArgs } from 'node:util';
import { createRandom } from './engine/random.ts';
import { choosePlan } from './plan.ts';
import { readChanges, writeChanges } from './plan-parts.ts';
import { runMany } from './run-many.ts';
import { runSeed } from './run-seed.ts';
import { shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    trace: { type: 'boolean', default: false },
    with: { type: 'string' },
    dice: { type: 'string', default: '0' },
    mutant: { type: 'string' },
  },
});

/** From here on every transition must have been seen. */
const enoughForCoverage = 2_000;
const mostFailures = 5;
const lastLines = 60;
const asItIs = { changes: {}, dice: 0 };

if (values.seed === undefined) await playMany(Number(values.from), Number(values.seeds));
else await playOne(Number(values.seed));

async function playOne(seed: number): Promise<void> {
  const changes =
    values.with === undefined ? {} : readChanges(values.with, choosePlan(createRandom(seed).fork()));
  const result = await runSeed(seed, { isTold: values.trace, changes, dice: Number(values.dice) });
  for (const line of result.story) console.log(line);
  for (const violation of result.violations) console.log(`seed ${seed}: ${violation}`);
  finish(result.violations.length === 0 ? 1 : 0, result.violations.length === 0 ? 0 : 1);
}

async function playMany(from: number, count: number): Promise<void> {
  const startedAtMs = performance.now();
  const { passed, failedSeeds, steps, coverage } = await runMany({ from, count }, mostFailures);
  const seconds = (performance.now() - startedAtMs) / 1_000;
  for (const [index, seed] of failedSeeds.slice(0, mostFailures).entries()) await explain(seed, index === 0);
  console.log(`${passed + failedSeeds.length} seeds, ${steps} steps in ${seconds.toFixed(1)} s`);
  console.log(coverage.lines().join('\n'));
  const uncovered =
    count >= enoughForCoverage && failedSeeds.length === 0
      ? coverage.uncovered(count >= 10 * enoughForCoverage)
      : [];
  for (const transition of uncovered) console.log(`BROKEN ${transition} never happened`);
  finish(passed, failedSeeds.length + uncovered.length);
}

/** `isFirst`: the smallest world that is broken in the same way is looked for, too; it tells the most. */
async function explain(seed: number, isFirst: boolean): Promise<void> {
  const { violations } = await runSeed(seed, { isTold: true });
  console.log(
    `\nBROKEN seed ${seed}: ${violations[0] ?? 'nothing, the second time: something is not decided by the seed'}`,
  );
  const { changes, dice } = isFirst ? await shrink(seed) : asItIs;
  const { story } = await runSeed(seed, { isTold: true, changes, dice });
  for (const line of story.slice(-lastLines)) console.log(line);
  const mutant = values.mutant === undefined ? '' : ` --mutant ${values.mutant}`;
  const less = Object.keys(changes).length === 0 ? '' : ` --with ${writeChanges(changes)}`;
  const way = dice === 0 ? '' : ` --dice ${dice}`;
  console.log(`again: npm run sim -- --seed ${seed}${mutant} --trace`);
  if (less + way !== '')
    console.log(`the same in a smaller world: npm run sim -- --seed ${seed}${mutant}${less}${way} --trace`);
  console.log('');
}

function finish(passed: number, failed: number): void {
  console.log(`sim: ${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
