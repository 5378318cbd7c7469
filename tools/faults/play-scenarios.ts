import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CrashPoint, crashPoints } from '../../apps/server/src/platform/crash-point/index.ts';
import { drain, outliveSilence } from './drain.ts';
import type { Finding } from './invariants/invariant.ts';
import { checkInvariants } from './invariants/registry.ts';
import { createRandom } from './random.ts';
import type { Report, RunSettings } from './report.ts';
import { mountSmallDisk } from './scenarios/disk-full.ts';
import { lonelyScenarios, scenarios } from './scenarios/registry.ts';
import type { ProfileName, RunnableScenario } from './scenarios/scenario.ts';
import { openStage, type Stage, type StageOptions } from './stage/open-stage.ts';

const timesEach = { quick: 1, standard: 5, long: 20 } as const;
/** Not chosen by a scenario, but hit once in every run: by the stage's first start, and at the end of it. */
const onceInEachRun: readonly CrashPoint[] = ['migration.applied', 'dispatcher.sweeping'];

/** On one stage what can be: starting it costs more than most of them. */
export async function playScenarios({ profile, seed, only }: RunSettings, to: Report): Promise<void> {
  const names = [...scenarios, ...lonelyScenarios].map(({ name }) => name);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`No scenario ${unknown.join(', ')}. There are ${names.join(', ')}.`);
  const isChosen = ({ name, isIn }: Pick<RunnableScenario, 'name' | 'isIn'>) =>
    only.length > 0 ? only.includes(name) : isIn(profile);
  const chosen = scenarios.filter(isChosen);
  const sharing = chosen.filter(({ ownStage }) => ownStage === undefined);
  if (sharing.length > 0) await playOn({ seed, crashAtMigration: 1 + (seed % 5) }, sharing, profile, to);
  for (const scenario of chosen.filter(({ ownStage }) => ownStage === 'small disk')) {
    await onSmallDisk(scenario, to, (folder) => playOn({ seed, folder }, [scenario], profile, to));
  }
  for (const scenario of lonelyScenarios.filter(isChosen)) {
    to.say(`${scenario.name}: ${scenario.says}`);
    await to.add(scenario.name, await scenario.runAlone(profile, createRandom(seed)));
  }
}

async function playOn(
  options: StageOptions,
  chosen: readonly RunnableScenario[],
  profile: ProfileName,
  to: Report,
): Promise<void> {
  const stage = await openStage(options);
  try {
    for (const scenario of chosen) await runScenario(stage, scenario, { profile, seed: options.seed }, to);
    await outliveSilence(stage);
    await to.add('at the end', await checkInvariants(stage, { isOver: true }), stage);
    const points = findUnhitPoints(stage, chosen, profile);
    if (points) await to.add('crash points', [points]);
    for (const [figure, value] of stage.record.figures) to.say(`${figure}: ${value}`);
  } finally {
    await stage.close();
  }
}

async function onSmallDisk(
  { name, says }: RunnableScenario,
  to: Report,
  play: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'renkei small '));
  const disk = mountSmallDisk(folder);
  if ('refused' in disk) {
    await rm(folder, { recursive: true });
    return to.add(name, [
      { invariant: name, says, broken: [], notApplicable: `no small disk here: ${disk.refused}` },
    ]);
  }
  try {
    await chmod(folder, 0o711);
    await play(folder);
  } finally {
    disk.unmount();
    await rm(folder, { recursive: true });
  }
}

/** The faults first, then quiet; what must always hold is looked at after each, so that the culprit is known. */
async function runScenario(
  stage: Stage,
  scenario: RunnableScenario,
  { profile, seed }: Pick<RunSettings, 'profile' | 'seed'>,
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
  const reason =
    error instanceof Error
      ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`
      : String(error);
  const broken = [reason, ...server.life().lastLines().slice(-3)];
  if (server.life().hasEnded()) await server.start();
  return [{ invariant: 'scenario', says: 'is played to its end', broken, about: [] }];
}

/** Of a part of the scenarios only what they say of themselves is asked for. */
function findUnhitPoints(
  { record }: Stage,
  chosen: readonly RunnableScenario[],
  profile: ProfileName,
): Finding | undefined {
  const isWhole = chosen.length === scenarios.filter((one) => one.isIn(profile) && !one.ownStage).length;
  const wanted = isWhole ? crashPoints : chosen.flatMap(({ points }) => points);
  if (wanted.length === 0) return undefined;
  const times = (point: CrashPoint) => record.crashes.get(point) ?? 0;
  const unhit = wanted.filter(
    (point) => times(point) < (onceInEachRun.includes(point) ? 1 : timesEach[profile]),
  );
  const hits = [...record.crashes.values()].reduce((sum, one) => sum + one, 0);
  return {
    invariant: 'crash points',
    says: `each of ${wanted.length} hit ${timesEach[profile]} × (${hits} deaths at points)`,
    broken: unhit.map((point) => `${point}: ${times(point)} ×`),
    about: [],
  };
}
