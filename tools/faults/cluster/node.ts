import { fileURLToPath } from 'node:url';
import { type Child, startChild } from '../stage/child.ts';
import { answers } from '../stage/server.ts';
import { until } from '../stage/until.ts';

/** One of several server processes. */
export interface ClusterNode {
  readonly name: string;
  readonly role: 'all' | 'api' | 'worker';
  readonly port: number;
  isUp(): boolean;
  /** What it wrote last. */
  lastLines(): readonly string[];
  /** Resolves when `/readyz` says so. */
  start(more?: NodeJS.ProcessEnv): Promise<void>;
  kill(): Promise<void>;
  /** Its clock runs this far ahead of ours from now on. */
  setAhead(clockAheadMs: number): void;
  /** SIGTERM; gives the exit code and how long it took. */
  stop(): Promise<{ readonly code: number | null; readonly tookMs: number }>;
}

const thisRelease = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));
const preparation = new URL('../stage/prepare-life.ts', import.meta.url).href;

export function createNode(options: {
  readonly name: string;
  readonly role: ClusterNode['role'];
  readonly port: number;
  readonly environment: NodeJS.ProcessEnv;
  /** Of another release. */
  readonly script?: string;
  readonly onLine: (line: string) => void;
}): ClusterNode {
  const { name, role, port, environment, script, onLine } = options;
  const args = script === undefined ? ['--import', preparation, thisRelease] : [script];
  let child: Child | undefined;
  let ready = false;
  return {
    name,
    role,
    port,
    lastLines: () => child?.lastLines() ?? [],
    isUp: () => ready && child !== undefined && !child.hasEnded(),
    async start(more = {}) {
      const own = { ...environment, ROLE: role, PORT: String(port), ...more };
      const life = startChild(args, own, { listens: true, onLine });
      child = life;
      await until(
        name,
        async () => life.hasEnded() || (await answers(`http://127.0.0.1:${port}/readyz`)),
        90_000,
      );
      if (life.hasEnded()) throw new Error(`${name} ended at its start:\n${life.lastLines().join('\n')}`);
      ready = true;
      life.tell('keep what is compiled');
    },
    setAhead: (clockAheadMs) => child?.tell({ clockAheadMs }),
    async kill() {
      ready = false;
      await child?.end('SIGKILL');
    },
    async stop() {
      const startedMs = performance.now();
      ready = false;
      await child?.end('SIGTERM');
      const code = child === undefined ? 0 : (await child.ended).code;
      if (code !== 0) console.log(`${name} ended with ${code}:\n${child?.lastLines().slice(-20).join('\n')}`);
      return { code, tookMs: performance.now() - startedMs };
    },
  };
}
