import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { LogFile } from './log-file.ts';
import { childDidNotStart } from './problems.ts';

export interface ManagedChildOptions {
  /** As shown to people, e.g. `server`. */
  readonly name: string;
  /** Arguments to Node: the script and its own. */
  readonly nodeArguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: LogFile;
  /** Asked again and again until it says yes. */
  readonly isReady: () => Promise<boolean>;
  readonly readyWithinMs: number;
  /** How long SIGTERM may take before SIGKILL. */
  readonly stopWithinMs: number;
  /** Waits before the first, second, … restart; the last one repeats. */
  readonly restartDelaysMs?: readonly number[];
  readonly onSpawn: (pid: number) => void;
  readonly onCrash: (what: string) => void;
}

export interface ManagedChild {
  /**
   * Resolves when it was ready for the first time; rejects with OperatorError `process_did_not_start` when it ended or
   * stayed silent before that.
   */
  readonly ready: Promise<void>;
  readonly pid: () => number | undefined;
  /** SIGTERM, later SIGKILL; no more restarts. */
  stop(): Promise<void>;
}

const defaultRestartDelaysMs = [200, 500, 1_000, 2_000, 5_000, 10_000];
/** A child that lived this long starts again with the shortest wait. */
const healthyAfterMs = 60_000;
const pollEveryMs = 25;

/** Starts a Node process, and once it has been ready keeps it running until it is told to stop. */
export function startManagedChild(options: ManagedChildOptions): ManagedChild {
  let stopping = false;
  let current = launch(options);
  const ready = waitUntilReady(current, options);
  const keepRunning = async () => {
    const delaysMs = options.restartDelaysMs ?? defaultRestartDelaysMs;
    let crashes = 0;
    while (!stopping) {
      const how = await current.exited;
      if (stopping) return;
      options.onCrash(how);
      crashes = current.ageMs() > healthyAfterMs ? 0 : crashes;
      await delay(delaysMs[Math.min(crashes, delaysMs.length - 1)]);
      crashes += 1;
      if (!stopping) current = launch(options);
    }
  };
  // Whoever waits for `ready` hears of the failure; what never was ready is not started again.
  const kept = ready.then(keepRunning, () => undefined);
  return {
    ready,
    pid: () => (current.isRunning() ? current.child.pid : undefined),
    async stop() {
      stopping = true;
      await end(current, options.stopWithinMs);
      await kept;
    },
  };
}

interface Launched {
  readonly child: ChildProcess;
  /** How it ended, in words. */
  readonly exited: Promise<string>;
  readonly isRunning: () => boolean;
  readonly ageMs: () => number;
}

function launch(options: ManagedChildOptions): Launched {
  const bornMs = performance.now();
  const [command = process.execPath, ...args] = [
    ...dieWithParent(),
    process.execPath,
    ...options.nodeArguments,
  ];
  const child = spawn(command, args, {
    env: options.environment,
    // A session of its own: a Ctrl-C in the terminal is ours, and stops the children in their order.
    detached: true,
    // The channel closes when we die; where the kernel does not tell a child, it can notice that.
    stdio: ['ignore', options.logFile.descriptor, options.logFile.descriptor, 'ipc'],
  });
  let running = true;
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
  }).finally(() => {
    running = false;
  });
  if (child.pid !== undefined) options.onSpawn(child.pid);
  return { child, exited, isRunning: () => running, ageMs: () => performance.now() - bornMs };
}

async function waitUntilReady(launched: Launched, options: ManagedChildOptions): Promise<void> {
  const deadlineMs = performance.now() + options.readyWithinMs;
  while (launched.isRunning() && performance.now() < deadlineMs) {
    if (await options.isReady()) return;
    await Promise.race([delay(pollEveryMs), launched.exited]);
  }
  throw childDidNotStart(options.name, options.logFile.path, await options.logFile.lastLines(15));
}

async function end(launched: Launched, withinMs: number): Promise<void> {
  if (!launched.isRunning()) return;
  launched.child.kill('SIGTERM');
  const hurry = setTimeout(() => launched.child.kill('SIGKILL'), withinMs);
  await launched.exited.finally(() => clearTimeout(hurry));
}

/** On Linux the kernel asks the child to stop when we are killed without a chance to do so. */
function dieWithParent(): readonly string[] {
  if (process.platform !== 'linux') return [];
  const isThere =
    spawnSync('setpriv', ['--pdeathsig', 'TERM', '--', 'true'], { stdio: 'ignore' }).status === 0;
  return isThere ? ['setpriv', '--pdeathsig', 'TERM', '--'] : [];
}
