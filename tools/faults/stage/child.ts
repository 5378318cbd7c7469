import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A process of ours, ended by its own handle and by nothing else. */
export interface Child {
  readonly pid: number;
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  hasEnded(): boolean;
  /** Resolves when it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** What it wrote last, when it was let write at all. */
  lastLines(): readonly string[];
  /** Says something to a process that listens; to one that is gone, nothing. */
  tell(message: object | string): void;
}

const keptLines = 200;

interface ChildOptions {
  /** It can be told things. */
  readonly listens?: boolean;
  /** Called with each line that it writes. */
  readonly onLine?: (line: string) => void;
}

export function startChild(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  { listens = false, onLine }: ChildOptions = {},
): Child {
  const child = spawn(process.execPath, args, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', ...(listens ? (['ipc'] as const) : [])],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', keep);
  }

  function keep(line: string): void {
    if (line === '') return;
    lines.push(line);
    lines.splice(0, lines.length - keptLines);
    onLine?.(line);
  }

  const ended = endOf(child);
  return {
    pid: child.pid ?? -1,
    ended,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await ended;
    },
    lastLines: () => [...lines],
    tell(message) {
      // Whoever is dying may not hear it any more.
      if (child.connected) child.send(message, () => undefined);
    },
  };
}

async function endOf(child: ChildProcess): Promise<Awaited<Child['ended']>> {
  const [code, signal] = await once(child, 'exit');
  return { code, signal };
}
