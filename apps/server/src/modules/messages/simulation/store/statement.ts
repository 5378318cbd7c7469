import type { Transaction } from '#platform/database';
import { asMemory, type MemoryTransaction } from './memory-database.ts';

/** One statement of a store function: a step of its own. Locks come before writes, so that it can be tried again. */
export function statement<Result>(
  transaction: Transaction,
  name: string,
  work: (transaction: MemoryTransaction) => Result,
): Promise<Result> {
  const memory = asMemory(transaction);
  return memory.database.statement(memory, name, () => work(memory));
}

export function isPresent<Item>(item: Item | undefined): item is Item {
  return item !== undefined;
}
