import type { ClientConfig, PoolClient } from 'pg';
import type { Clock } from '#platform/clock';
import { RenkeiError } from '#platform/errors';
import type { Logger } from '#platform/log';
import { postgresWakeSender, type WakeSender } from '#platform/wake';
import { openPool } from './open-pool.ts';
import { type Pooling, settle } from './pooling.ts';
import { OpenTransaction, type TenantTransaction, type Transaction } from './transaction.ts';

export interface Database {
  /** One transaction of one tenant. Commits when `work` returns, rolls back when it throws. */
  inTenant<Result>(
    workspaceId: string,
    work: (transaction: TenantTransaction) => Promise<Result>,
  ): Promise<Result>;
  /** One transaction that names no tenant: only the queue and registry tables admit it. */
  inSystem<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Connections: in use, idle, and callers waiting for one. */
  poolState(): { readonly total: number; readonly idle: number; readonly waiting: number };
  close(): Promise<void>;
}

export interface DatabaseTiming {
  /** For a connection. */
  waited(ms: number): void;
  committed(ms: number): void;
}

interface DatabaseOptions {
  readonly connection: ClientConfig;
  readonly clock: Clock;
  readonly log: Logger;
  /** Connections at most. */
  readonly poolSize?: number;
  /** After which a statement is given up; default: what `openPool` says. */
  readonly answersWithinMs?: number;
  /** Where waits and commits are timed; default: nowhere. */
  readonly timing?: DatabaseTiming;
  /** Default: connections that stay with their server process. */
  readonly pooling?: Pooling;
  /** Default: NOTIFY. */
  readonly wakes?: WakeSender;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** SQLSTATE class 08 (connection), 57P (server stops), 53 (resources) and Node's own network errors. */
const unavailablePattern = /^(08|57P|53)|^(ECONN|ENOENT|EPIPE|ETIMEDOUT)/;

export function createDatabase({ connection, clock, log, ...options }: DatabaseOptions): Database {
  const { timing, answersWithinMs, poolSize = 16, pooling = 'session', wakes = postgresWakeSender } = options;
  const { client: start, prologue } = settle(pooling, {
    lock_timeout: '10s',
    idle_in_transaction_session_timeout: '60s',
    // What we gave up must not go on and keep its locks.
    client_connection_check_interval: '10s',
  });
  const pool = openPool({
    connection: { ...connection, ...start },
    log,
    size: poolSize,
    name: 'renkei',
    answersWithinMs,
  });

  async function run<Result>(
    scope: string,
    workspaceId: string,
    work: (transaction: OpenTransaction) => Promise<Result>,
  ): Promise<Result> {
    const askedAtMs = clock.monotonicMs();
    const client = await connect(() => pool.connect());
    timing?.waited(clock.monotonicMs() - askedAtMs);
    let broken: Error | undefined;
    try {
      await client.query(`begin${prologue}; set local ${scope}`);
      const transaction = new OpenTransaction(client, workspaceId, { now: () => clock.now(), pooling });
      const result = await work(transaction);
      await transaction.finish();
      const endedAtMs = clock.monotonicMs();
      await client.query('commit');
      timing?.committed(clock.monotonicMs() - endedAtMs);
      await transaction.sendWakes(wakes).catch((error: unknown) => {
        // It is committed: whoever was not woken finds it by polling.
        log.warn({ err: error }, 'waiting processes could not be woken');
        broken = new Error('The connection may be in a transaction', { cause: error });
      });
      return result;
    } catch (error) {
      broken = await rollBack(client);
      throw asUnavailable(error);
    } finally {
      client.release(broken);
    }
  }

  return {
    inTenant(workspaceId, work) {
      if (!uuidPattern.test(workspaceId)) throw new Error(`Not a workspace id: ${workspaceId}`);
      return run(`renkei.workspace_id = '${workspaceId}'`, workspaceId, work);
    },
    inSystem: (work) => run(`renkei.scope = 'system'`, '', work),
    poolState: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}

async function connect(open: () => Promise<PoolClient>): Promise<PoolClient> {
  try {
    return await open();
  } catch (error) {
    throw new RenkeiError('store_unavailable', { cause: error });
  }
}

/** A client that cannot even roll back is thrown away by the pool. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The same error, or `store_unavailable` when it says that the database cannot be reached. */
export function asUnavailable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const lost =
    unavailablePattern.test(code) ||
    /Connection terminated|is not queryable|timeout exceeded when|Query read timeout/.test(error.message);
  return lost ? new RenkeiError('store_unavailable', { cause: error }) : error;
}

/** True for a violation of a unique key, of the given name if one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return false;
  return constraint === undefined || ('constraint' in error && error.constraint === constraint);
}
