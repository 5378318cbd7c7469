import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../apps/server/src/platform/embedded-postgres/index.ts';
import { until } from './until.ts';

/** The stage's PostgreSQL, which may be killed under everybody's feet, and a look at it that survives that. */
export interface StageDatabase {
  /** For a server: straight, or through something that listens on this port. */
  url(throughPort?: number): string;
  /** The unix socket it listens on. */
  readonly socketPath: string;
  /** As superuser: sees everything. Waits until there is a database to ask. */
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** As another role, such as the one the server works as, in one transaction. */
  queryAs<Row extends pg.QueryResultRow>(settings: readonly string[], text: string): Promise<Row[]>;
  /** `kill -9` of the server with all its sessions, then a new one that recovers. */
  kill(): Promise<void>;
  /** An orderly stop, `forMs` of nothing, and a start. */
  restart(forMs?: number): Promise<void>;
  /** Starts it again if it ended by itself, as its supervisor would; true: it had. */
  rise(): Promise<boolean>;
  close(): Promise<void>;
}

const log = { info: () => undefined, debug: () => undefined };

export async function startDatabase(dataDir: string): Promise<StageDatabase> {
  let postgres = await startEmbeddedPostgres({ dataDir, log });
  let isRunning = watch();
  const { socketDir } = postgres;
  const { user, database, port } = postgres.connection;
  const admin = new pg.Pool({ ...postgres.adminConnection, database, max: 3 });
  // Sessions die with a database that is killed on purpose; the next question opens another.
  admin.on('error', () => undefined);
  admin.on('connect', (client) => client.on('error', () => undefined));

  function watch(): () => boolean {
    let runs = true;
    void postgres.exited.then(() => (runs = false));
    return () => runs;
  }

  async function end(signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
    process.kill(postgres.pid, signal);
    await postgres.exited;
  }

  async function begin(): Promise<void> {
    postgres = await startEmbeddedPostgres({ dataDir, log, socketDir });
    isRunning = watch();
  }

  async function query<Row extends pg.QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    let rows: Row[] = [];
    await until('an answer of the database', async () => {
      try {
        rows = (await admin.query<Row>(text, [...values])).rows;
        return true;
      } catch (error) {
        if (isAbsence(error)) return false;
        throw error;
      }
    });
    return rows;
  }

  return {
    url: (throughPort) =>
      throughPort === undefined
        ? `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(socketDir)}`
        : `postgresql://${user}@127.0.0.1:${throughPort}/${database}`,
    socketPath: `${socketDir}/.s.PGSQL.${port}`,
    query,
    async queryAs<Row extends pg.QueryResultRow>(settings: readonly string[], text: string): Promise<Row[]> {
      const client = await admin.connect();
      try {
        await client.query('begin');
        for (const setting of settings) await client.query(`set local ${setting}`);
        return (await client.query<Row>(text)).rows;
      } finally {
        await client.query('rollback');
        client.release();
      }
    },
    async kill() {
      await end('SIGKILL');
      await begin();
    },
    async restart(forMs = 0) {
      await end('SIGINT');
      await pause(forMs);
      await begin();
    },
    async rise() {
      if (isRunning()) return false;
      await begin();
      return true;
    },
    async close() {
      await admin.end();
      await postgres.stop();
    },
  };
}

/** Of a database that is on its way down or up; see the list of SQLSTATE classes 08 and 57P. */
function isAbsence(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^(08|57P)|^(ECONN|ENOENT|EPIPE)/.test(code) || /Connection terminated/.test(error.message);
}
