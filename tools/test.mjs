// `npm test`: every test there is, then one line with the sums. `npm test -- --only vitest|sim|faults|e2e [filter …]` runs a part.

import { runFaults } from './test/run-faults.mjs';
import { runPlaywright } from './test/run-playwright.mjs';
import { runSim } from './test/run-sim.mjs';
import { runVitest } from './test/run-vitest.mjs';
import { summarise } from './test/summarise.mjs';

/** In the order of their cost: what fails soon is told soon. */
const suites = { vitest: runVitest, sim: runSim, faults: runFaults, e2e: runPlaywright };

const { only, filters } = readArguments(process.argv.slice(2));
const results = [];
for (const [name, run] of Object.entries(suites)) {
  if (only === undefined || only === name) results.push(await run(filters));
}
const { lines, isGreen } = summarise(results);
console.log(lines.join('\n'));
process.exitCode = isGreen ? 0 : 1;
// The channel to the script that started us would keep us alive.
process.disconnect?.();

/** @param {readonly string[]} args */
function readArguments(args) {
  const at = args.indexOf('--only');
  const only = at === -1 ? undefined : args[at + 1];
  if (only !== undefined && !Object.hasOwn(suites, only)) {
    console.error(`--only ${Object.keys(suites).join(' | ')}`);
    process.exit(1);
  }
  return { only, filters: at === -1 ? args : args.toSpliced(at, 2) };
}
