import type { ClientConfig } from 'pg';
import type { Logger } from '#platform/log';
import { postgresWakeSender, type WakeCall, type WakeSender } from '#platform/wake';
import { asUnavailable } from './database.ts';
import { openPool } from './open-pool.ts';
import { type Pooling, settle } from './pooling.ts';
import { type Statement, toQuery } from './statement.ts';

/** Connections that belong to one hot path: every statement is a transaction of its own. */
export interface StatementPool {
  /** @throws RenkeiError store_unavailable */
  execute(statement: Statement): Promise<void>;
  /** Wakes the waiting processes for what was committed before. */
  wake(call: WakeCall): Promise<void>;
  close(): Promise<void>;
}

/**
 * For statements that name no tenant and need no transaction around them. The system scope belongs to the connection,
 * so there is no `begin`, `set local` and `commit` to wait for: a third of the database's work on small statements.
 * Behind a pooler in transaction mode there is no way around them.
 */
export function createSystemStatements(options: {
  readonly connection: ClientConfig;
  readonly log: Logger;
  readonly poolSize: number;
  /** Default: connections that stay with their server process. */
  readonly pooling?: Pooling;
  /** Default: NOTIFY. */
  readonly wakes?: WakeSender;
}): StatementPool {
  const { pooling = 'session', wakes = postgresWakeSender } = options;
  const { client: start, prologue } = settle(pooling, {
    'renkei.scope': 'system',
    lock_timeout: '10s',
    statement_timeout: '15s',
  });
  const pool = openPool({
    connection: { ...options.connection, ...start },
    log: options.log,
    size: options.poolSize,
    name: 'renkei intake',
  });

  async function executeInTransaction(statement: Statement): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query(`begin${prologue}`);
      await client.query(toQuery(statement, pooling));
      await client.query('commit');
      client.release();
    } catch (error) {
      // Thrown away: what it was in the middle of ends with it.
      client.release(true);
      throw error;
    }
  }

  return {
    async execute(statement) {
      try {
        if (pooling === 'transaction') await executeInTransaction(statement);
        else await pool.query(toQuery(statement, pooling));
      } catch (error) {
        throw asUnavailable(error);
      }
    },
    wake: (call) => wakes.send([call], (text) => pool.query(text)),
    close: () => pool.end(),
  };
}
