import pg, { type ClientConfig } from 'pg';
import type { Logger } from '#platform/log';

export interface PoolOptions {
  readonly connection: ClientConfig;
  readonly log: Logger;
  /** Connections at most. */
  readonly size: number;
  /** How PostgreSQL names its sessions. */
  readonly name: string;
  /**
   * Longer than any statement of the product takes. A server that took the question and then fell silent, while the
   * network goes on confirming every byte, is given up after it.
   */
  readonly answersWithinMs?: number | undefined;
}

/** Connections that come to an end whichever way the other side was lost. */
export function openPool({ connection, log, size, name, answersWithinMs = 60_000 }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max: size,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    query_timeout: answersWithinMs,
    // A server that is gone without a word is noticed within 20 s, not when the system gives up hours later.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: name,
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', (error) =>
    log.warn({ err: withoutClient(error) }, 'an idle database connection was lost'),
  );
  // The pool listens only while a connection is idle; the query under way rejects by itself.
  pool.on('connect', (client) => {
    client.on('error', (error) => log.debug({ err: error }, 'a database connection was lost'));
  });
  return pool;
}

/** The pool hangs the whole client on the error, with everything it knows. */
function withoutClient(error: Error): Error {
  Reflect.deleteProperty(error, 'client');
  return error;
}
