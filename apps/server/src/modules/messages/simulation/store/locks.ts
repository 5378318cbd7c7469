import type { Host } from '../engine/scheduler.ts';
import type { MemoryTransaction } from './memory-database.ts';

/** A row is somebody else's until their transaction ends. */
export class Blocked extends Error {
  override readonly name = 'Blocked';
  readonly holder: MemoryTransaction;

  constructor(holder: MemoryTransaction) {
    super('The row is locked');
    this.holder = holder;
  }
}

interface Waiter {
  readonly host: Host;
  readonly retry: () => void;
}

interface Lock {
  readonly mode: 'share' | 'update';
  readonly holders: Set<MemoryTransaction>;
}

/** Row locks: many may share one, only one may have it for an update; all are held to the end of the transaction. */
export class Locks {
  readonly #locks = new Map<string, Lock>();
  readonly #waiting = new Map<
    MemoryTransaction,
    { readonly for: MemoryTransaction; readonly waiter: Waiter }
  >();

  /** Throws `Blocked`. */
  take(transaction: MemoryTransaction, row: string, mode: Lock['mode']): void {
    const lock = this.#locks.get(row);
    const other = this.#conflict(lock, transaction, mode);
    if (other) throw new Blocked(other);
    if (lock && (mode === 'share' || lock.mode === 'update')) lock.holders.add(transaction);
    else this.#locks.set(row, { mode, holders: new Set([transaction]) });
  }

  isTaken(transaction: MemoryTransaction, row: string): boolean {
    return this.#conflict(this.#locks.get(row), transaction, 'update') !== undefined;
  }

  wait(transaction: MemoryTransaction, holder: MemoryTransaction, waiter: Waiter): void {
    this.#waiting.set(transaction, { for: holder, waiter });
  }

  wouldDeadlock(transaction: MemoryTransaction, holder: MemoryTransaction): boolean {
    let next: MemoryTransaction | undefined = holder;
    while (next && next !== transaction) next = this.#waiting.get(next)?.for;
    return next === transaction;
  }

  /** Gives up all that a transaction has; those who waited for it may try again. */
  release(transaction: MemoryTransaction): readonly Waiter[] {
    this.#waiting.delete(transaction);
    for (const [row, { holders }] of this.#locks) {
      if (holders.delete(transaction) && holders.size === 0) this.#locks.delete(row);
    }
    const waiters: Waiter[] = [];
    for (const [waiting, { for: holder, waiter }] of this.#waiting) {
      if (holder !== transaction) continue;
      this.#waiting.delete(waiting);
      waiters.push(waiter);
    }
    return waiters;
  }

  #conflict(
    lock: Lock | undefined,
    transaction: MemoryTransaction,
    mode: Lock['mode'],
  ): MemoryTransaction | undefined {
    if (!lock || (lock.mode === 'share' && mode === 'share')) return undefined;
    for (const holder of lock.holders) if (holder !== transaction) return holder;
    return undefined;
  }
}
