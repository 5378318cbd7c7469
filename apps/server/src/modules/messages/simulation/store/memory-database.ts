import type { Database, TenantTransaction, Transaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import type { Random } from '../engine/random.ts';
import type { Host, Scheduler } from '../engine/scheduler.ts';
import { Blocked, Locks } from './locks.ts';
import { type Rows, type TableName, tableNames } from './rows.ts';

type WakeTopic = Parameters<Transaction['wake']>[0];

/** A row that a transaction has made, changed or removed. */
export interface Change<Table extends TableName = TableName> {
  readonly table: Table;
  readonly key: string;
  readonly before: Rows[Table] | undefined;
  readonly after: Rows[Table] | undefined;
}

type Tables = { readonly [Table in TableName]: Map<string, Rows[Table]> };

interface MemoryOptions {
  readonly scheduler: Scheduler;
  readonly random: Random;
  /** After each commit, at the same moment. */
  readonly onCommit: (changes: readonly Change[], transaction: MemoryTransaction) => void;
  readonly onWake: (topic: WakeTopic, detail: string) => void;
  readonly onDeadlock: (statement: string) => void;
  /** How often a connection breaks, per statement and commit. */
  readonly breaks: () => number;
}

/** PostgreSQL's own setting in the product (createDatabase). */
const lockTimeoutMs = 10_000;

/**
 * PostgreSQL as sending sees it: READ COMMITTED transactions over rows, with row locks that are held to the end and waited
 * for. Each statement and each commit is a step of its host.
 */
export class MemoryDatabase {
  readonly scheduler: Scheduler;
  readonly options: MemoryOptions;
  readonly locks = new Locks();
  readonly tables: Tables;
  /** Grows with each commit. */
  commits = 0;
  #numbers = 0;
  readonly #changedAt = new Map<string, number>();
  readonly #open = new Set<MemoryTransaction>();

  constructor(options: MemoryOptions) {
    this.options = options;
    this.scheduler = options.scheduler;
    this.tables = emptyTables();
  }

  /** The number of the commit that gave a row its present shape. */
  changedAt(table: TableName, key: string): number {
    return this.#changedAt.get(`${table}/${key}`) ?? 0;
  }

  /** A sequence: its numbers are never given twice, not even when their transaction fails. */
  nextNumber(): number {
    this.#numbers += 1;
    return this.#numbers;
  }

  /** Whether such a row is committed. */
  find<Table extends TableName>(table: Table, fits: (row: Rows[Table]) => boolean): boolean {
    for (const row of this.tables[table].values()) if (fits(row)) return true;
    return false;
  }

  /** What the server notices of a machine that died: nothing of its open transactions remains. */
  forget(host: Host): void {
    for (const transaction of this.#open) if (transaction.host === host) this.end(transaction);
  }

  connect(host: Host, workspaceId: string): Database {
    return {
      inTenant: (tenant, work) => this.#run(new MemoryTransaction(this, host, tenant), work),
      inSystem: (work) => this.#run(new MemoryTransaction(this, host, workspaceId), work),
      poolState: () => ({ total: 0, idle: 0, waiting: 0 }),
      close: () => Promise.resolve(),
    };
  }

  async #run<Result>(
    transaction: MemoryTransaction,
    work: (transaction: MemoryTransaction) => Promise<Result>,
  ): Promise<Result> {
    this.#open.add(transaction);
    try {
      const result = await work(transaction);
      // What has changed nothing has nothing to commit.
      if (transaction.hasChanged) {
        await this.scheduler.io(transaction.host, () => this.#commit(transaction));
      }
      return result;
    } finally {
      this.end(transaction);
    }
  }

  #commit(transaction: MemoryTransaction): void {
    const { random, breaks, onCommit, onWake } = this.options;
    transaction.assertOpen();
    const isBroken = random.chance(breaks());
    // The commit may have happened although nobody is told.
    if (!isBroken || random.chance(0.5)) {
      const changes = transaction.changes();
      if (changes.length > 0) this.commits += 1;
      for (const change of changes) this.#apply(change);
      this.end(transaction);
      onCommit(changes, transaction);
      for (const [topic, detail] of transaction.wakes()) onWake(topic, detail);
    }
    if (isBroken) {
      this.end(transaction);
      throw connectionLost();
    }
  }

  #apply<Table extends TableName>({ table, key, after }: Change<Table>): void {
    if (after === undefined) this.tables[table].delete(key);
    else this.tables[table].set(key, after);
    this.#changedAt.set(`${table}/${key}`, this.commits);
  }

  end(transaction: MemoryTransaction): void {
    if (!this.#open.delete(transaction)) return;
    transaction.isOpen = false;
    for (const { host, retry } of this.locks.release(transaction)) this.scheduler.soon(host, retry);
  }

  /** One statement: taken when its turn comes, and again when what it waits for is over. */
  statement<Result>(transaction: MemoryTransaction, name: string, work: () => Result): Promise<Result> {
    const { scheduler, options, locks } = this;
    const { host } = transaction;
    return new Promise((resolve, reject) => {
      let cancelTimeout = () => {};
      let isOver = false;
      const finish = (end: () => void) => {
        if (isOver) return;
        isOver = true;
        cancelTimeout();
        transaction.snapshot = undefined;
        end();
      };
      const attempt = () => {
        if (isOver) return;
        try {
          transaction.assertOpen();
          if (options.random.chance(options.breaks())) throw connectionLost();
          transaction.beganAtCommit ??= this.commits;
          const result = work();
          finish(() => resolve(result));
        } catch (error) {
          if (error instanceof Blocked) return wait(error);
          this.end(transaction);
          finish(() => reject(error instanceof Error ? error : new Error(String(error))));
        }
      };
      const wait = ({ holder }: Blocked) => {
        if (locks.wouldDeadlock(transaction, holder)) {
          options.onDeadlock(name);
          this.end(transaction);
          return finish(() => reject(new Error(`deadlock detected in ${name}`)));
        }
        if (!transaction.snapshot) {
          transaction.snapshot = copyTables(this.tables);
          cancelTimeout = scheduler.after(host, lockTimeoutMs, () => {
            this.end(transaction);
            finish(() => reject(new Error(`canceling statement due to lock timeout in ${name}`)));
          });
        }
        locks.wait(transaction, holder, { host, retry: attempt });
      };
      scheduler.soon(host, attempt);
    });
  }
}

export class MemoryTransaction implements TenantTransaction {
  readonly workspaceId: string;
  readonly host: Host;
  readonly database: MemoryDatabase;
  isOpen = true;
  /** How many commits its first statement could see. */
  beganAtCommit: number | undefined;
  /** What a statement that had to wait saw when it began. Rows that it locks it sees as they are now. */
  snapshot: Tables | undefined;
  readonly #written = new Map<string, Change>();
  readonly #wakes: (readonly [WakeTopic, string])[] = [];

  constructor(database: MemoryDatabase, host: Host, workspaceId: string) {
    this.database = database;
    this.host = host;
    this.workspaceId = workspaceId;
  }

  query(): Promise<never> {
    throw new Error('The simulation speaks no SQL: this query belongs behind context.store');
  }

  execute(): Promise<never> {
    throw new Error('The simulation speaks no SQL: this statement belongs behind context.store');
  }

  wake(topic: WakeTopic, detail = ''): void {
    this.#wakes.push([topic, detail]);
  }

  publish(): void {}

  assertOpen(): void {
    if (!this.isOpen) throw connectionLost();
  }

  get<Table extends TableName>(table: Table, key: string): Rows[Table] | undefined {
    const written = this.#written.get(`${table}/${key}`);
    if (written) return written.after as Rows[Table] | undefined;
    return (this.snapshot ?? this.database.tables)[table].get(key);
  }

  /** Every row as this statement sees it. */
  all<Table extends TableName>(table: Table): readonly Rows[Table][] {
    const committed = (this.snapshot ?? this.database.tables)[table];
    if (this.#written.size === 0) return [...committed.values()];
    const merged = new Map(committed);
    for (const { table: changed, key, after } of this.#written.values()) {
      if (changed !== table) continue;
      if (after === undefined) merged.delete(key);
      else merged.set(key, after as Rows[Table]);
    }
    return [...merged.values()];
  }

  /** The row as it is now, nobody else's to the end of this transaction. Throws `Blocked`. */
  lock<Table extends TableName>(
    table: Table,
    key: string,
    mode: 'share' | 'update' = 'update',
  ): Rows[Table] | undefined {
    this.database.locks.take(this, `${table}/${key}`, mode);
    return this.#latest(table, key);
  }

  /** As an insert under a unique key: waits for whoever is inserting the same, then throws PostgreSQL's error. */
  takeUnique(constraint: string, value: string, isThere: () => boolean): void {
    this.database.locks.take(this, `${constraint}/${value}`, 'update');
    if (isThere())
      throw Object.assign(new Error(`duplicate key: ${constraint}`), { code: '23505', constraint });
  }

  isLockedByOther(table: TableName, key: string): boolean {
    return this.database.locks.isTaken(this, `${table}/${key}`);
  }

  /** A row that this transaction has locked, or made. */
  put<Table extends TableName>(table: Table, key: string, row: Rows[Table]): void {
    this.#write({ table, key, before: this.database.tables[table].get(key), after: row });
  }

  remove(table: TableName, key: string): void {
    this.#write({ table, key, before: this.database.tables[table].get(key), after: undefined });
  }

  get hasChanged(): boolean {
    return this.#written.size > 0 || this.#wakes.length > 0;
  }

  changes(): readonly Change[] {
    return [...this.#written.values()];
  }

  wakes(): readonly (readonly [WakeTopic, string])[] {
    return this.#wakes;
  }

  #latest<Table extends TableName>(table: Table, key: string): Rows[Table] | undefined {
    const written = this.#written.get(`${table}/${key}`);
    if (written) return written.after as Rows[Table] | undefined;
    return this.database.tables[table].get(key);
  }

  #write(change: Change): void {
    this.#written.set(`${change.table}/${change.key}`, change);
  }
}

export function asMemory(transaction: Transaction): MemoryTransaction {
  if (transaction instanceof MemoryTransaction) return transaction;
  throw new Error('A transaction of another database');
}

function emptyTables(): Tables {
  return {
    channels: new Map(),
    conversations: new Map(),
    messages: new Map(),
    outbox: new Map(),
    attempts: new Map(),
    statuses: new Map(),
    rates: new Map(),
    leases: new Map(),
    stops: new Map(),
  };
}

function copyTables(tables: Tables): Tables {
  const copies: Tables = emptyTables();
  const copy = <Table extends TableName>(table: Table) => {
    for (const [key, row] of tables[table]) copies[table].set(key, row);
  };
  for (const table of tableNames) copy(table);
  return copies;
}

function connectionLost(): RenkeiError {
  return new RenkeiError('store_unavailable');
}
