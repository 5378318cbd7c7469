import type { Database, TenantTransaction, Transaction } from '#platform/database';
import { sql } from '#platform/database';

/** Work that is done now and then, by one process at a time; safe to be interrupted and repeated. */
export interface Upkeep {
  /** Names its lease and its figures; never rename one. */
  readonly name: string;
  readonly everyMs: number;
  /** Gives how much it took away: rows, partitions, files. */
  run(context: UpkeepContext): Promise<number>;
}

export interface UpkeepContext {
  readonly database: Database;
  readonly now: Date;
  /** True: stop after the batch under way, the rest comes with the next turn. */
  readonly isStopping: () => boolean;
}

const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;
/** Rows in one transaction: nobody waits long for their locks. */
const batchRows = 2_000;

interface Ageing {
  readonly name: string;
  /** How old things get. */
  readonly keepDays: number;
}

/** Removes rows of every workspace that are older than `keepDays`, some at a time. `purge` gives how many it removed. */
export function retainPerWorkspace({
  name,
  keepDays,
  purge,
}: Ageing & {
  readonly purge: (transaction: TenantTransaction, before: Date, limit: number) => Promise<number>;
}): Upkeep {
  return {
    name,
    everyMs: hourMs,
    async run({ database, now, isStopping }) {
      const before = new Date(now.getTime() - keepDays * dayMs);
      let removed = 0;
      for (const workspaceId of await database.inSystem(listWorkspaceIds)) {
        removed += await inBatches(isStopping, () =>
          database.inTenant(workspaceId, (transaction) => purge(transaction, before, batchRows)),
        );
      }
      return removed;
    },
  };
}

/** Looks at every workspace now and then, each in a transaction of its own. Takes nothing away. */
export function checkPerWorkspace({
  name,
  everyMs,
  check,
}: Pick<Upkeep, 'name' | 'everyMs'> & {
  readonly check: (transaction: TenantTransaction, now: Date) => Promise<void>;
}): Upkeep {
  return {
    name,
    everyMs,
    async run({ database, now, isStopping }) {
      for (const workspaceId of await database.inSystem(listWorkspaceIds)) {
        if (isStopping()) break;
        await database.inTenant(workspaceId, (transaction) => check(transaction, now));
      }
      return 0;
    },
  };
}

/** As `retainPerWorkspace`, for tables that know no workspace, or of all workspaces at once. */
export function retainInSystem({
  name,
  keepDays,
  purge,
}: Ageing & {
  readonly purge: (transaction: Transaction, before: Date, limit: number) => Promise<number>;
}): Upkeep {
  return {
    name,
    everyMs: hourMs,
    run({ database, now, isStopping }) {
      const before = new Date(now.getTime() - keepDays * dayMs);
      return inBatches(isStopping, () =>
        database.inSystem((transaction) => purge(transaction, before, batchRows)),
      );
    },
  };
}

async function inBatches(isStopping: () => boolean, purge: () => Promise<number>): Promise<number> {
  let removed = 0;
  while (!isStopping()) {
    const count = await purge();
    removed += count;
    if (count < batchRows) break;
  }
  return removed;
}

async function listWorkspaceIds(transaction: Transaction): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    sql`select id from renkei_workspace_ids() as id order by id`,
  );
  return rows.map(({ id }) => id);
}
