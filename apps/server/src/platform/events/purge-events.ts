import { sql, type TenantTransaction } from '#platform/database';
import { retainPerWorkspace, type Upkeep } from '#platform/upkeep';

/**
 * Events that every follower has seen. They are kept for longer than a session lives, so that whoever resumes a stream
 * finds all that happened since.
 */
export function eventsUpkeep(keep: { readonly eventDays: number }): readonly Upkeep[] {
  return [retainPerWorkspace({ name: 'events', keepDays: keep.eventDays, purge: deleteOldEvents })];
}

function deleteOldEvents(transaction: TenantTransaction, before: Date, limit: number): Promise<number> {
  return transaction.execute(sql`
    delete from events where workspace_id = ${transaction.workspaceId} and number in (
      select old.number from (
        select number, created_at from events where workspace_id = ${transaction.workspaceId}
        order by number limit ${limit}) old
      where old.created_at < ${before} and old.number <= coalesce(
        (select min(last_number) from event_followers where workspace_id = ${transaction.workspaceId}), old.number))`);
}
