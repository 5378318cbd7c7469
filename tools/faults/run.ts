/**
 * `npm run faults`: breaks the running product on purpose and checks its promises afterwards.
 * docs/faults.md has the arguments and how to read what it says.
 */
import { readArguments } from './arguments.ts';
import { runMutants } from './mutants/run-mutants.ts';
import { playScenarios } from './play-scenarios.ts';
import { createReport } from './report.ts';
import { closeEverything } from './stage/closing.ts';

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void closeEverything().finally(() => process.exit(1)));
}

const settings = readArguments(process.argv.slice(2));
const report = createReport(settings);
if (settings.playsScenarios) await playScenarios(settings, report);
if (settings.mutants) await runMutants(settings.mutants, report);
// Not left to end by itself: Node.js 24.21 was seen to turn for ever in closing what children had left behind.
process.exit((await report.finish()) ? 0 : 1);
