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
  /** SIGTERM; gives the exit code and how long it took. */
  stop(): Promise<{ readonly code: number | null; readonly tookMs: number }>;
}

const thisRelease = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));
const sourceEdits = new URL('../source-edits.mjs', import.meta.url).href;

export function createNode(options: {
  readonly name: string;
  readonly role: ClusterNode['role'];
  readonly port: number;
  readonly environment: NodeJS.ProcessEnv;
  /** Of another release. */
  readonly script?: string;
}): ClusterNode {
  const { name, role, port, environment, script } = options;
  const args = script === undefined ? ['--import', sourceEdits, thisRelease] : [script];
  let child: Child | undefined;
  let ready = false;
  return {
    name,
    role,
    port,
    lastLines: () => child?.lastLines() ?? [],
    isUp: () => ready && child !== undefined && !child.hasEnded(),
    async start(more = {}) {
      const life = startChild(args, { ...environment, ROLE: role, PORT: String(port), ...more });
      child = life;
      await until(
        name,
        async () => life.hasEnded() || (await answers(`http://127.0.0.1:${port}/readyz`)),
        90_000,
      );
      if (life.hasEnded()) throw new Error(`${name} ended at its start:\n${life.lastLines().join('\n')}`);
      ready = true;
    },
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
