import { fileURLToPath } from 'node:url';
import type { CrashPoint } from '../../../apps/server/src/platform/crash-point/index.ts';
import { type Child, startChild } from './child.ts';
import type { StageDatabase } from './database.ts';
import { until } from './until.ts';

const serverMain = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));
const preparation = new URL('./prepare-life.ts', import.meta.url).href;

/** How the next life of the server differs from an ordinary one. It holds until the next start. */
export interface LifeOptions {
  /** It ends itself at the n-th hit of this point. */
  readonly crashAt?: { readonly point: CrashPoint; readonly hit: number } | undefined;
  /** Its clock runs this far ahead of the stage's, or behind. */
  readonly clockAheadMs?: number;
  /** How long it holds a channel unless it renews that; as in production unless said. */
  readonly leaseMs?: number | undefined;
  /** Reaches PostgreSQL by TCP through this port. */
  readonly databasePort?: number;
}

/** The server under test: one process at a time, killed and started again as often as a scenario likes. */
export interface StageServer {
  readonly url: string;
  /** The life there is. */
  life(): Child;
  /** Starts a life and waits until it serves; a life that ends itself before is started without waiting. */
  start(options?: LifeOptions): Promise<void>;
  /** `kill -9`, then what it left under way is counted. Without a life nothing happens. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code when it is gone. */
  stop(): Promise<number | null>;
  /** Waits for the life to end itself; false: it did not within `withinMs`. */
  diesByItself(withinMs: number): Promise<boolean>;
  /** For this life and all that follow so much time goes by at once. */
  passTime(ms: number): void;
  /** What its clock says. */
  nowMs(): number;
}

interface ServerGround {
  readonly port: number;
  readonly environment: NodeJS.ProcessEnv;
  readonly database: StageDatabase;
  /** Told after every death, when nobody writes any more. */
  readonly onDeath: () => Promise<void>;
  /** Told each line that a life of it writes. */
  readonly onLine: (line: string) => void;
}

export function createServer({ port, environment, database, onDeath, onLine }: ServerGround): StageServer {
  const url = `http://127.0.0.1:${port}`;
  let child: Child | undefined;
  let passedMs = 0;
  let lifeAheadMs = 0;

  async function buried(): Promise<void> {
    await onDeath();
    // Nobody waits for what a process that is known to be dead had taken: it would all run out by itself.
    await expireLeases(database);
    await expireJobs(database);
  }

  return {
    url,
    life() {
      if (!child) throw new Error('There is no server.');
      return child;
    },
    async start({ crashAt, clockAheadMs = 0, leaseMs, databasePort } = {}) {
      lifeAheadMs = clockAheadMs;
      const own = {
        ...environment,
        DATABASE_URL: database.url(databasePort),
        RENKEI_CLOCK_AHEAD_MS: String(passedMs + clockAheadMs),
        ...(leaseMs === undefined ? {} : { RENKEI_LEASE_MS: String(leaseMs) }),
        ...(crashAt ? { RENKEI_CRASH_AT: `${crashAt.point}:${crashAt.hit}` } : {}),
      };
      const life = startChild(['--import', preparation, serverMain], own, { listens: true, onLine });
      child = life;
      await until('the server', async () => life.hasEnded() || (await answers(`${url}/readyz`))).catch(
        (error: unknown) => {
          throw new Error([String(error), ...life.lastLines().slice(-5)].join('\n'));
        },
      );
      if (life.hasEnded() && !crashAt) {
        throw new Error(`The server ended while it started:\n${life.lastLines().join('\n')}`);
      }
      life.tell('keep what is compiled');
    },
    async kill() {
      if (!child) return;
      await child.end('SIGKILL');
      await buried();
    },
    async stop() {
      if (!child) return null;
      await child.end('SIGTERM');
      return (await child.ended).code;
    },
    async diesByItself(withinMs) {
      const life = child;
      if (!life) return false;
      await until('a death', () => life.hasEnded(), withinMs).catch(() => undefined);
      const hasDied = life.hasEnded() && (await life.ended).signal === 'SIGKILL';
      if (!life.hasEnded()) await life.end('SIGKILL');
      await buried();
      return hasDied;
    },
    passTime(ms) {
      passedMs += ms;
      child?.tell({ clockAheadMs: passedMs + lifeAheadMs });
    },
    nowMs: () => Date.now() + passedMs + lifeAheadMs,
  };
}

/** Of every kind, whatever they are called: a table with a `lease_until` has leases. */
async function expireLeases(database: StageDatabase): Promise<void> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
     where column_name = 'lease_until' and table_schema = 'public'`,
  );
  for (const { name } of tables) {
    await database.query(
      `update ${name} set lease_until = clock_timestamp() where lease_until > clock_timestamp()`,
    );
  }
}

/** What the job queue's own supervision does after five minutes with a job that nobody ended. */
async function expireJobs(database: StageDatabase): Promise<void> {
  const [queue] = await database.query<{ found: boolean }>(
    `select to_regclass('jobs.job') is not null as found`,
  );
  if (!queue?.found) return;
  await database.query(`update jobs.job set state = 'retry', start_after = now() where state = 'active'`);
}

export async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );
}
