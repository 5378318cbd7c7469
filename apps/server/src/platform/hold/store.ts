/** All SQL over system_hold. */
import type { ClientBase } from 'pg';
import { named, sql, type Transaction } from '#platform/database';

export type HoldReason = 'restored' | 'operator';

export interface Hold {
  readonly reason: HoldReason;
  /** When the restored backup was taken; null for a hold by an operator. */
  readonly backupTakenAt: Date | null;
  readonly since: Date;
}

export async function readHold(transaction: Transaction): Promise<Hold | undefined> {
  const [row] = await transaction.query<{ reason: HoldReason; backup_taken_at: Date | null; since: Date }>(
    named('read_system_hold', sql`select reason, backup_taken_at, since from system_hold`),
  );
  return row && { reason: row.reason, backupTakenAt: row.backup_taken_at, since: row.since };
}

/** False: the system is held already, and stays as it is. */
export async function placeHold(transaction: Transaction, reason: HoldReason, now: Date): Promise<boolean> {
  const placed = await transaction.execute(
    sql`insert into system_hold (reason, since) values (${reason}, ${now}) on conflict do nothing`,
  );
  return placed > 0;
}

export async function liftHold(transaction: Transaction): Promise<void> {
  await transaction.execute(sql`delete from system_hold`);
}

/**
 * Places the hold with the restored rows. A backup of before the day when systems could be held has no place for it: it is
 * made here as migration 0010 makes it.
 */
export async function holdRestored(
  client: ClientBase,
  { backupTakenAt, now }: { readonly backupTakenAt: Date; readonly now: Date },
): Promise<void> {
  await client.query(`create table if not exists system_hold (
    only_row boolean primary key default true check (only_row),
    reason text not null check (reason in ('restored', 'operator')),
    backup_taken_at timestamptz,
    since timestamptz not null)`);
  await client.query(
    `insert into system_hold (reason, backup_taken_at, since) values ('restored', $1, $2)
     on conflict (only_row) do update set reason = 'restored', backup_taken_at = $1, since = $2`,
    [backupTakenAt, now],
  );
}
