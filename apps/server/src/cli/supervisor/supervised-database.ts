import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres';
import type { Logger } from '#platform/log';

export interface SupervisedDatabase {
  /** What the server gets as DATABASE_URL. */
  readonly url: string;
  /** The embedded server's process; undefined with a PostgreSQL of the operator's own. */
  readonly pid: () => number | undefined;
  stop(): Promise<void>;
}

const restartDelaysMs = [100, 500, 1_000, 5_000];

/** The operator's PostgreSQL when DATABASE_URL names one, else the embedded one, kept running. */
export async function startDatabase(options: {
  readonly dataDir: string;
  readonly externalUrl: string | undefined;
  readonly log: Logger;
}): Promise<SupervisedDatabase> {
  const { externalUrl, log } = options;
  if (externalUrl !== undefined && externalUrl !== '') {
    return { url: externalUrl, pid: () => undefined, stop: async () => undefined };
  }
  const dataDir = join(options.dataDir, 'postgres');
  let current = await startEmbeddedPostgres({ dataDir, log });
  let stopping = false;
  const keepRunning = async () => {
    while (!stopping) {
      await current.exited;
      if (!stopping) current = await restart(current, { dataDir, log }, () => stopping);
    }
  };
  const kept = keepRunning();
  return {
    url: connectionUrl(current.connection),
    pid: () => current.pid,
    async stop() {
      stopping = true;
      await current.stop();
      // A restart may have been under way.
      await kept;
      await current.stop();
    },
  };
}

/** As a URL, since that is what the environment of another process can carry. */
function connectionUrl(connection: EmbeddedPostgres['connection']): string {
  const { user, host, port, database } = connection;
  return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}

/** On the old socket, so that the clients' pools find it again by themselves. */
async function restart(
  crashed: EmbeddedPostgres,
  options: { readonly dataDir: string; readonly log: Logger },
  isStopping: () => boolean,
): Promise<EmbeddedPostgres> {
  for (let attempt = 0; !isStopping(); attempt += 1) {
    options.log.error({ attempt }, 'PostgreSQL ended unexpectedly and is started again');
    try {
      return await startEmbeddedPostgres({ ...options, socketDir: crashed.socketDir });
    } catch (error) {
      options.log.error({ err: error }, 'PostgreSQL could not be started');
      await delay(restartDelaysMs[Math.min(attempt, restartDelaysMs.length - 1)]);
    }
  }
  return crashed;
}
