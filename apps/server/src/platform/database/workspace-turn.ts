import { named, sql } from './statement.ts';
import type { TenantTransaction } from './transaction.ts';

/**
 * Who may work on what arrives in a workspace. A turn is a lock of the very transaction that writes the results: it ends
 * with it, whether it commits or its process dies, so nobody can write for a turn that somebody else has by now.
 *
 * A lane's turn shares the workspace with the turns of other lanes; the whole workspace's turn shares it with nobody. The
 * release before took the workspace for every batch: either release keeps the other out.
 */
export async function takeLaneTurn(
  transaction: TenantTransaction,
  lane: number,
  { waitMs }: { readonly waitMs: number },
): Promise<boolean> {
  if (!(await ask(transaction, shareWorkspace))) return false;
  return waitMs === 0 ? ask(transaction, tryLane, lane) : wait(transaction, waitLane, waitMs, lane);
}

/** `waitMs` 0: only if nobody else is at work. */
export async function takeWholeTurn(
  transaction: TenantTransaction,
  { waitMs }: { readonly waitMs: number },
): Promise<boolean> {
  return waitMs === 0 ? ask(transaction, tryWorkspace) : wait(transaction, waitWorkspace, waitMs);
}

/** What this transaction found to do concerns more than its lane, and somebody is at work on another one. */
export class WorkspaceBusy extends Error {
  override readonly name = 'WorkspaceBusy';
}

/**
 * Makes the turn of a lane one of the whole workspace. Merging contacts changes what other lanes are looking at.
 *
 * @throws WorkspaceBusy: roll back, and take the whole turn from the beginning
 */
export async function widenTurn(transaction: TenantTransaction): Promise<void> {
  if (!(await takeWholeTurn(transaction, { waitMs: 0 }))) throw new WorkspaceBusy('Other lanes are at work');
}

type Lock = (workspaceId: string, lane: number) => ReturnType<typeof sql>;

const shareWorkspace: Lock = (id) =>
  named(
    'turn_share_workspace',
    sql`select pg_try_advisory_xact_lock_shared(hashtextextended('normalise ' || ${id}, 0)) as taken`,
  );
const tryWorkspace: Lock = (id) =>
  named(
    'turn_try_workspace',
    sql`select pg_try_advisory_xact_lock(hashtextextended('normalise ' || ${id}, 0)) as taken`,
  );
const waitWorkspace: Lock = (id) =>
  sql`select pg_advisory_xact_lock(hashtextextended('normalise ' || ${id}, 0)) is not null as taken`;
const tryLane: Lock = (id, lane) =>
  named(
    'turn_try_lane',
    sql`select pg_try_advisory_xact_lock(hashtextextended('normalise ' || ${id} || ' ' || ${lane}::int, 0)) as taken`,
  );
const waitLane: Lock = (id, lane) =>
  sql`select pg_advisory_xact_lock(hashtextextended('normalise ' || ${id} || ' ' || ${lane}::int, 0)) is not null as taken`;

async function ask(transaction: TenantTransaction, lock: Lock, lane = 0): Promise<boolean> {
  const [row] = await transaction.query<{ taken: boolean }>(lock(transaction.workspaceId, lane));
  return row?.taken === true;
}

/** In the queue of all who wait, so that whoever is at work cannot take the next turn as well. */
async function wait(transaction: TenantTransaction, lock: Lock, waitMs: number, lane = 0): Promise<boolean> {
  await transaction.execute(sql`select set_config('lock_timeout', ${`${waitMs}ms`}, true)`);
  try {
    const taken = await ask(transaction, lock, lane);
    await transaction.execute(sql`select set_config('lock_timeout', '10s', true)`);
    return taken;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '55P03') throw new TurnMissed();
    throw error;
  }
}

/** The turn was somebody else's for as long as one would wait: nothing has happened in the transaction, which is over. */
export class TurnMissed extends Error {
  override readonly name = 'TurnMissed';
}
