import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { CrashPoint } from '../../apps/server/src/platform/crash-point/index.ts';
import { drain, outliveSilence } from './drain.ts';
import { type Finding, NotApplicable } from './invariants/invariant.ts';
import { checkInvariants } from './invariants/registry.ts';
import { createRandom } from './random.ts';
import type { Report, RunSettings } from './report.ts';
import { mountSmallDisk } from './scenarios/disk-full.ts';
import { lonelyScenarios, scenarios } from './scenarios/registry.ts';
import type { LonelyScenario, ProfileName, RunnableScenario } from './scenarios/scenario.ts';
import { openStage, type Stage, type StageOptions } from './stage/open-stage.ts';
import { startStopwatch } from './stopwatch.ts';

const timesEach = { quick: 1, standard: 5, long: 20 } as const;
/** Hit once whatever the profile: by the stage's first start, and at the end of it. */
const onceInEachRun: readonly CrashPoint[] = ['migration.applied', 'dispatcher.sweeping'];

/** On one stage what can be: starting it costs more than most of them. The stages are played beside each other. */
export async function playScenarios({ profile, seed, only }: RunSettings, to: Report): Promise<void> {
  const names = [...scenarios, ...lonelyScenarios].map(({ name }) => name);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`No scenario ${unknown.join(', ')}. There are ${names.join(', ')}.`);
  const isChosen = ({ name, isIn }: Pick<RunnableScenario, 'name' | 'isIn'>) =>
    only.length > 0 ? only.includes(name) : isIn(profile);
  const chosen = scenarios.filter(isChosen);
  const on = (kind: RunnableScenario['ownStage']) => chosen.filter(({ ownStage }) => ownStage === kind);
  const ordinary = { seed, crashAtMigration: 1 + (seed % 5) };
  const plays = [
    ...on('ordinary').map((scenario) => () => playOn(ordinary, [scenario], profile, to)),
    ...lonelyScenarios.filter(isChosen).map((scenario) => () => playAlone(scenario, profile, seed, to)),
    () => playOn(ordinary, on(undefined), profile, to),
    ...on('small disk').map(
      (scenario) => () =>
        onSmallDisk(scenario, to, (folder) => playOn({ seed, folder }, [scenario], profile, to)),
    ),
  ];
  await playBeside(plays, to);
}

/** Each of them waits half of the time: for processes to start, for leases, for answers. */
const stagesAtOnce = 3;

async function playBeside(plays: readonly (() => Promise<void>)[], to: Report): Promise<void> {
  const left = [...plays];
  const work = async () => {
    for (let play = left.shift(); play; play = left.shift()) {
      // The others go on: their stages are theirs to close.
      await play().catch((error: unknown) => to.add('stage', [unplayable(error)]));
    }
  };
  await Promise.all(Array.from({ length: stagesAtOnce }, work));
}

async function playAlone(
  { name, says, runAlone }: LonelyScenario,
  profile: ProfileName,
  seed: number,
  to: Report,
): Promise<void> {
  to.say(`${name}: ${says}`);
  const findings = await runAlone(profile, createRandom(seed), to.say).catch((error: unknown) => {
    if (!(error instanceof NotApplicable)) throw error;
    return [{ invariant: name, says, broken: [], notApplicable: error.message }];
  });
  await to.add(name, findings);
}

async function playOn(
  options: StageOptions,
  chosen: readonly RunnableScenario[],
  profile: ProfileName,
  to: Report,
): Promise<void> {
  if (chosen.length === 0) return;
  const watch = startStopwatch();
  const stage = await openStage(options);
  watch.lap('stage');
  try {
    for (const scenario of chosen) await runScenario(stage, scenario, { profile, seed: options.seed }, to);
    watch.lap('scenarios');
    const doubts = await outliveSilence(stage);
    watch.lap('liveness');
    await to.add('at the end', [...doubts, ...(await checkInvariants(stage, { isOver: true }))], stage);
    watch.lap('invariants');
    stage.record.figures.set(`the stage of ${chosen[0]?.name} took`, watch.tell());
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
  const watch = startStopwatch();
  to.say(`${name}: ${says}`);
  const findings = await scenario
    .run(stage, profile, createRandom(seed))
    .catch((error: unknown) => tellEnd(stage, error));
  watch.lap('load');
  const left = await drain(stage);
  watch.lap('settle');
  const kept = await checkInvariants(stage, { isOver: false });
  watch.lap('invariants');
  await to.add(name, [...findings, ...left, ...kept], stage);
  stage.record.figures.set(`${name} took`, watch.tell());
}

/** A scenario that could not be played to its end: whatever stopped it, and what the server said last. */
async function tellEnd({ server }: Stage, error: unknown): Promise<readonly Finding[]> {
  const finding = unplayable(error, server.life().lastLines().slice(-3));
  if (server.life().hasEnded()) await server.start();
  return [finding];
}

function unplayable(error: unknown, more: readonly string[] = []): Finding {
  const causes: string[] = [];
  for (let one = error; one !== undefined; one = one instanceof Error ? one.cause : undefined) {
    if (!(one instanceof Error)) causes.push(inspect(one));
    else causes.push(causes.length === 0 ? (one.stack ?? one.message) : one.message);
  }
  const broken = [causes.join(' because '), ...more];
  return { invariant: 'scenario', says: 'is played to its end', broken, about: [] };
}

function findUnhitPoints(
  { record }: Stage,
  chosen: readonly RunnableScenario[],
  profile: ProfileName,
): Finding | undefined {
  const wanted = chosen.flatMap(({ points }) => points);
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
