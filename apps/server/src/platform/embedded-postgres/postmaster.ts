import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresBinaries } from './binaries.ts';
import { readPostmasterPid } from './postmaster-pid.ts';
import { commandLine, type RunAs } from './run-as.ts';
import { postgresEnvironment, settingsAsArguments } from './settings.ts';

const keptLogLines = 20;
const pollEveryMs = 10;

export interface Postmaster {
  readonly pid: number;
  /** Resolves when the process has ended, however it ended. */
  readonly exited: Promise<void>;
  readonly isRunning: () => boolean;
  readonly lastLogLines: () => readonly string[];
  readonly signal: (signal: NodeJS.Signals) => void;
}

export interface PostmasterOptions {
  readonly dataDir: string;
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs;
  readonly settings: Readonly<Record<string, string>>;
  readonly onLogLine: (line: string) => void;
}

/** Starts the server process in a session of its own: Ctrl-C in a terminal must reach its clients first. */
export function spawnPostmaster(options: PostmasterOptions): Postmaster {
  const { binaries, dataDir, runAs, settings } = options;
  const prefix = [...runAs.prefix, ...dieWithParent()];
  const [command, ...args] = commandLine(prefix, binaries.postgres, [
    '-D',
    dataDir,
    ...settingsAsArguments(settings),
  ]);
  const child = spawn(command, args, {
    ...runAs.identity,
    cwd: '/',
    env: postgresEnvironment(),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return watch(child, options.onLogLine);
}

/** Waits for PostgreSQL's own word in its lock file (log texts change, a socket may exist before it answers). */
export async function waitUntilReady(dataDir: string, postmaster: Postmaster): Promise<boolean> {
  while (postmaster.isRunning()) {
    const found = await readPostmasterPid(dataDir);
    if (found?.pid === postmaster.pid && found.isReady) return true;
    await Promise.race([delay(pollEveryMs), postmaster.exited]);
  }
  return false;
}

function watch(child: ChildProcess, onLogLine: (line: string) => void): Postmaster {
  const lines: string[] = [];
  let running = true;
  const remember = (line: string) => {
    lines.push(line);
    if (lines.length > keptLogLines) lines.shift();
    onLogLine(line);
  };
  if (child.stderr !== null) createInterface({ input: child.stderr }).on('line', remember);
  const exited = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      remember(error.message);
      running = false;
      resolve();
    });
    child.once('exit', () => {
      running = false;
      resolve();
    });
  });
  return {
    pid: child.pid ?? -1,
    exited,
    isRunning: () => running,
    lastLogLines: () => [...lines],
    signal: (signal) => {
      if (running) child.kill(signal);
    },
  };
}

/** On Linux the kernel ends the server when we are killed without a chance to do so. */
function dieWithParent(): readonly string[] {
  if (process.platform !== 'linux') return [];
  const isThere =
    spawnSync('setpriv', ['--pdeathsig', 'INT', '--', 'true'], { stdio: 'ignore' }).status === 0;
  return isThere ? ['setpriv', '--pdeathsig', 'INT', '--'] : [];
}
