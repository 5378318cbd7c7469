import type { Host } from '../engine/scheduler.ts';

/** A transaction: nothing but which one it is matters here. */
type Holder = object;

/** A row is somebody else's until their transaction ends. */
export class Blocked extends Error {
  override readonly name = 'Blocked';
  readonly holder: Holder;

  constructor(holder: Holder) {
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
  readonly holders: Set<Holder>;
}

/** Row locks: many may share one, only one may have it for an update; all are held to the end of the transaction. */
export class Locks {
  readonly #locks = new Map<string, Lock>();
  readonly #waiting = new Map<Holder, { readonly for: Holder; readonly waiter: Waiter }>();

  /** Throws `Blocked`. */
  take(transaction: Holder, row: string, mode: Lock['mode']): void {
    const lock = this.#locks.get(row);
    const other = this.#conflict(lock, transaction, mode);
    if (other) throw new Blocked(other);
    if (lock && (mode === 'share' || lock.mode === 'update')) lock.holders.add(transaction);
    else this.#locks.set(row, { mode, holders: new Set([transaction]) });
  }

  isTaken(transaction: Holder, row: string): boolean {
    return this.#conflict(this.#locks.get(row), transaction, 'update') !== undefined;
  }

  wait(transaction: Holder, holder: Holder, waiter: Waiter): void {
    this.#waiting.set(transaction, { for: holder, waiter });
  }

  wouldDeadlock(transaction: Holder, holder: Holder): boolean {
    let next: Holder | undefined = holder;
    while (next && next !== transaction) next = this.#waiting.get(next)?.for;
    return next === transaction;
  }

  /** Gives up all that a transaction has; those who waited for it may try again. */
  release(transaction: Holder): readonly Waiter[] {
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

  #conflict(lock: Lock | undefined, transaction: Holder, mode: Lock['mode']): Holder | undefined {
    if (!lock || (lock.mode === 'share' && mode === 'share')) return undefined;
    for (const holder of lock.holders) if (holder !== transaction) return holder;
    return undefined;
  }
}
