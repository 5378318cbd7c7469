import type { Client } from 'pg';

/**
 * Places the hold with the restored rows. A backup of before the day when systems could be held has no place for it: it is
 * made here as migration 0010 makes it.
 */
export async function holdRestored(
  client: Client,
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
