import { startSimulator } from '../main.ts';
import { type PreparedStep, prepareSteps } from './prepare-steps.ts';
import { ScenarioFault } from './scenario-fault.ts';
import { readScenarioFile, type ScenarioFile } from './scenario-file.ts';
import { listenForNothing, setStage } from './set-stage.ts';
import type { Stage } from './stage.ts';
import { startSystem } from './start-system.ts';
import { Unmet } from './unmet.ts';

export interface ScenarioOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** How long an expectation waits in real time; default 10 s. */
  readonly patienceMs?: number;
  readonly say: (line: string) => void;
}

const defaultPatienceMs = 10_000;

/** Plays one scenario in a world of its own. True: everything came as expected. */
export async function runScenario(path: string, options: ScenarioOptions): Promise<boolean> {
  const { say } = options;
  try {
    const file = readScenarioFile(path);
    const steps = prepareSteps(file);
    say(`${file.head.name}  (${path})`);
    await play(file, steps, options);
    say(`✓ ${steps.length} steps`);
    return true;
  } catch (error) {
    if (!(error instanceof ScenarioFault)) throw error;
    say(`✗ ${error.message}`);
    return false;
  }
}

async function play(
  file: ScenarioFile,
  steps: readonly PreparedStep[],
  { port = 0, patienceMs = defaultPatienceMs, say }: ScenarioOptions,
): Promise<void> {
  const { system, seed } = file.head;
  await using cleanup = new AsyncDisposableStack();
  const simulator = cleanup.adopt(
    await startSimulator({ port, ...(seed === undefined ? {} : { seed }) }),
    (started) => started.stop(),
  );
  const listener = system ? undefined : cleanup.adopt(await listenForNothing(), (opened) => opened.close());
  const callback = system ? { ...system, url: system.webhook } : listener;
  if (!callback) throw new Error('A scenario has a system or a listener');
  const stage = await setStage(simulator, file, { callback, patienceMs });
  if (system) {
    cleanup.adopt(
      await asFault(file, 1, () => startSystem(system, { stage, appId: stage.appId })),
      (running) => running.stop(),
    );
  }
  for (const step of steps) await playStep(file, step, stage, say);
}

async function playStep(
  file: ScenarioFile,
  { line, text, run }: PreparedStep,
  stage: Stage,
  say: (line: string) => void,
): Promise<void> {
  await asFault(file, line, () => run(stage), text);
  const { iso } = await stage.control.getClock();
  say(`  ${iso.slice(0, 16).replace('T', ' ')}  ${text}`);
}

async function asFault<Result>(
  { path }: ScenarioFile,
  line: number,
  act: () => Promise<Result>,
  text?: string,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // What a step did not find is said as it is; anything else is a fault on the way, and says so.
    const prefix = error instanceof Unmet || text === undefined ? '' : `${text}: `;
    throw new ScenarioFault(path, line, `${prefix}${reason}`);
  }
}
