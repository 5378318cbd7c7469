/** All SQL over upkeep_runs. */
import { sql, type Transaction } from '#platform/database';

/** Takes the turn of one upkeep; false: it is not due, or another process is at it. */
export async function takeTurn(
  transaction: Transaction,
  turn: { readonly name: string; readonly now: Date; readonly everyMs: number; readonly leaseMs: number },
): Promise<boolean> {
  const { name, now } = turn;
  const leaseUntil = new Date(now.getTime() + turn.leaseMs);
  const dueSince = new Date(now.getTime() - turn.everyMs);
  const taken = await transaction.execute(sql`
    insert into upkeep_runs as run (name, lease_until) values (${name}, ${leaseUntil})
    on conflict (name) do update set lease_until = excluded.lease_until
    where run.lease_until <= ${now} and (run.finished_at is null or run.finished_at <= ${dueSince})`);
  return taken > 0;
}

export async function finishTurn(
  transaction: Transaction,
  { name, now, removed }: { readonly name: string; readonly now: Date; readonly removed: number },
): Promise<void> {
  await transaction.execute(sql`
    update upkeep_runs set finished_at = ${now}, lease_until = ${now}, removed = ${removed} where name = ${name}`);
}

/** It failed, or this process stops: another may take the turn a minute from now. */
export async function giveTurnBack(transaction: Transaction, name: string, until: Date): Promise<void> {
  await transaction.execute(sql`update upkeep_runs set lease_until = ${until} where name = ${name}`);
}

export interface UpkeepState {
  readonly name: string;
  readonly finishedAt: Date | null;
}

export function listUpkeepRuns(transaction: Transaction): Promise<readonly UpkeepState[]> {
  return transaction.query<UpkeepState & Record<string, unknown>>(
    sql`select name, finished_at as "finishedAt" from upkeep_runs order by name`,
  );
}
