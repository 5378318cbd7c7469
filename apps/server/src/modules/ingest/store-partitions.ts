/** The partitions of `raw_events`, one for each day (UTC). */
import { sql, type Transaction } from '#platform/database';

/** Makes the partition of the day of `day` (UTC), if it is not there. */
export async function createPartition(transaction: Transaction, day: Date): Promise<void> {
  await transaction.execute(
    sql`select renkei_create_raw_event_partition((${day}::timestamptz at time zone 'UTC')::date)`,
  );
}

/** The first moments of the days that have a partition, oldest first. */
export async function listPartitionDays(transaction: Transaction): Promise<readonly Date[]> {
  const rows = await transaction.query<{ name: string }>(sql`
    select relname as name from pg_class join pg_inherits on inhrelid = pg_class.oid
    where inhparent = 'raw_events'::regclass and relname ~ '^raw_events_[0-9]{8}$' order by relname`);
  return rows.map(({ name }) => {
    const digits = name.slice(-8);
    return new Date(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}T00:00:00Z`);
  });
}

/** False: it stays, since an event of that day still waits or is in quarantine, or writers are busy. */
export async function dropPartition(transaction: Transaction, day: Date): Promise<boolean> {
  const [row] = await transaction.query<{ dropped: boolean }>(
    sql`select renkei_drop_raw_event_partition((${day}::timestamptz at time zone 'UTC')::date) as dropped`,
  );
  return row?.dropped === true;
}

/**
 * Events of before that are in a partition which cannot go as a whole, or in none of their own; never one that still
 * waits or is in quarantine.
 */
export function deleteOldEvents(transaction: Transaction, before: Date, limit: number): Promise<number> {
  return transaction.execute(sql`
    delete from raw_events event using (
      select workspace_id, received_at, id from raw_events old
      where old.received_at < ${before}
        and not exists (select from raw_event_jobs job
                        where job.workspace_id = old.workspace_id and job.raw_event_id = old.id)
      limit ${limit}) old
    where event.workspace_id = old.workspace_id and event.received_at = old.received_at and event.id = old.id
      and event.received_at < ${before}`);
}
