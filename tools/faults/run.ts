/**
 * `npm run faults`: breaks the running product on purpose and checks its promises afterwards.
 * docs/faults.md has the arguments and how to read what it says.
 */
import { readArguments } from './arguments.ts';
import { runMutants } from './mutants/run-mutants.ts';
import { playScenarios } from './play-scenarios.ts';
import { createReport } from './report.ts';

const settings = readArguments(process.argv.slice(2));
const report = createReport(settings);
if (settings.mutants === undefined) await playScenarios(settings, report);
if (settings.mutants !== undefined || settings.only.length === 0) {
  await runMutants(settings.mutants ?? [], report);
}
process.exitCode = (await report.finish()) ? 0 : 1;
// The channel to the script that started us would keep us alive.
process.disconnect?.();
