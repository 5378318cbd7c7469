import { type ChildProcess, fork } from 'node:child_process';

export interface BenchChild<Ready> {
  readonly ready: Ready;
  stop(): Promise<void>;
}

/** A program of this folder in a process of its own; it sends one message when it is ready. */
export async function startChild<Ready>(
  program: string,
  settings: object,
  parse: (message: unknown) => Ready,
): Promise<BenchChild<Ready>> {
  const child: ChildProcess = fork(new URL(`./${program}`, import.meta.url), {
    env: { ...process.env, BENCH_SETTINGS: JSON.stringify(settings) },
    execArgv: [],
  });
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once('message', (message) => resolve(parse(message)));
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)));
  });
  return {
    ready,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}
