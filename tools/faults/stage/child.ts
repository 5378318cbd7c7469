import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

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
}

const keptLines = 200;

export function startChild(args: readonly string[], environment: NodeJS.ProcessEnv): Child {
  const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...text.split('\n').filter((line) => line !== ''));
      lines.splice(0, lines.length - keptLines);
    });
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
  };
}

async function endOf(child: ChildProcess): Promise<Awaited<Child['ended']>> {
  const [code, signal] = await once(child, 'exit');
  return { code, signal };
}
