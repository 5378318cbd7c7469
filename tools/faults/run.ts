/**
 * `npm run faults`: breaks the running product on purpose and checks its promises afterwards.
 * docs/faults.md has the arguments and how to read what it says.
 */
import { type CrashPoint, crashPoints } from '../../apps/server/src/platform/crash-point/index.ts';
import { type FaultArguments, readArguments } from './arguments.ts';
import { drain, outliveSilence } from './drain.ts';
import type { Finding } from './invariants/invariant.ts';
import { checkInvariants } from './invariants/registry.ts';
import { runMutants } from './mutants/run-mutants.ts';
import { createRandom } from './random.ts';
import { createReport, type Report } from './report.ts';
import { scenarios } from './scenarios/registry.ts';
import type { RunnableScenario } from './scenarios/scenario.ts';
import { openStage, type Stage } from './stage/open-stage.ts';

const timesEach = { quick: 1, standard: 5, long: 20 } as const;
/** Not chosen by a scenario, but hit once in every run: by the stage's first start, and at the end of it. */
const onceInEachRun: readonly CrashPoint[] = ['migration.applied', 'dispatcher.sweeping'];

const settings = readArguments(process.argv.slice(2));
const report = createReport(settings);
if (settings.mutants === undefined) await runScenarios(settings, report);
if (settings.mutants !== undefined || settings.only.length === 0)
  await runMutants(settings.mutants ?? [], report);
process.exitCode = (await report.finish()) ? 0 : 1;
// The channel to the script that started us would keep us alive.
process.disconnect?.();

/** All on one stage: starting it costs more than most of them. */
async function runScenarios({ profile, seed, only }: FaultArguments, to: Report): Promise<void> {
  const chosen = scenarios.filter(({ name, isIn }) =>
    only.length > 0 ? only.includes(name) : isIn(profile),
  );
  const unknown = only.filter((name) => !scenarios.some((scenario) => scenario.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `No scenario ${unknown.join(', ')}. There are ${scenarios.map(({ name }) => name).join(', ')}.`,
    );
  }
  const stage = await openStage({ seed, crashAtMigration: 1 + (seed % 5) });
  try {
    for (const scenario of chosen) await runScenario(stage, scenario, { profile, seed }, to);
    await outliveSilence(stage);
    await to.add('at the end', await checkInvariants(stage, { isOver: true }), stage);
    await to.add('crash points', [findUnhitPoints(stage, chosen, profile)]);
    for (const [figure, value] of stage.record.figures) to.say(`${figure}: ${value}`);
  } finally {
    await stage.close();
  }
}

/** The faults first, then quiet; what must always hold is looked at after each, so that the culprit is known. */
async function runScenario(
  stage: Stage,
  scenario: RunnableScenario,
  { profile, seed }: Pick<FaultArguments, 'profile' | 'seed'>,
  to: Report,
): Promise<void> {
  const { name, says } = scenario;
  const startedMs = performance.now();
  to.say(`${name}: ${says}`);
  const findings = await scenario
    .run(stage, profile, createRandom(seed))
    .catch((error: unknown) => tellEnd(stage, error));
  await drain(stage);
  await to.add(name, [...findings, ...(await checkInvariants(stage, { isOver: false }))], stage);
  stage.record.figures.set(`${name} took`, `${((performance.now() - startedMs) / 1_000).toFixed(1)} s`);
}

/** A scenario that could not be played to its end: whatever stopped it, and what the server said last. */
async function tellEnd({ server }: Stage, error: unknown): Promise<readonly Finding[]> {
  const reason = error instanceof Error ? `${error.message} ${error.cause ?? ''}` : String(error);
  const broken = [reason, ...server.life().lastLines().slice(-3)];
  if (server.life().hasEnded()) await server.start();
  return [{ invariant: 'scenario', says: 'is played to its end', broken, about: [] }];
}

function findUnhitPoints(
  { record }: Stage,
  chosen: readonly RunnableScenario[],
  profile: FaultArguments['profile'],
) {
  const isWhole = chosen.length === scenarios.length;
  const wanted = isWhole ? crashPoints : chosen.flatMap(({ points }) => points);
  const unhit = wanted.filter(
    (point) => (record.crashes.get(point) ?? 0) < (onceInEachRun.includes(point) ? 1 : timesEach[profile]),
  );
  const hits = [...record.crashes.values()].reduce((sum, times) => sum + times, 0);
  return {
    invariant: 'crash points',
    says: `each of ${wanted.length} hit ${timesEach[profile]} × (${hits} deaths at points)`,
    broken: unhit.map((point) => `${point}: ${record.crashes.get(point) ?? 0} ×`),
  };
}
