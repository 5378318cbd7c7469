import pg, { type ClientConfig } from 'pg';
import type { Logger } from '#platform/log';
import { asUnavailable, withoutClient } from './database.ts';
import { applicationRole } from './roles.ts';
import type { Statement } from './statement.ts';

/** Connections that belong to one hot path: every statement is a transaction of its own, one round trip each. */
export interface StatementPool {
  /** @throws RenkeiError store_unavailable */
  execute(statement: Statement): Promise<void>;
  close(): Promise<void>;
}

/**
 * For statements that name no tenant and need no transaction around them. The system scope belongs to the connection,
 * so there is no `begin`, `set local` and `commit` to wait for: a third of the database's work on small statements.
 */
export function createSystemStatements(options: {
  readonly connection: ClientConfig;
  readonly log: Logger;
  readonly poolSize: number;
}): StatementPool {
  const pool = new pg.Pool({
    ...options.connection,
    max: options.poolSize,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    application_name: 'renkei intake',
    options: `-c role=${applicationRole} -c renkei.scope=system -c lock_timeout=10s -c statement_timeout=15s`,
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', (error) =>
    options.log.warn({ err: withoutClient(error) }, 'an idle database connection was lost'),
  );
  // The pool listens only while a connection is idle; the query under way rejects by itself.
  pool.on('connect', (client) => {
    client.on('error', (error) => options.log.debug({ err: error }, 'a database connection was lost'));
  });
  return {
    async execute({ name, text, values }) {
      try {
        await pool.query(
          name === undefined ? { text, values: [...values] } : { name, text, values: [...values] },
        );
      } catch (error) {
        throw asUnavailable(error);
      }
    },
    close: () => pool.end(),
  };
}
