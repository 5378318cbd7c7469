/** The SQL over outbox that keeps the order within conversations: who stands behind whom, and when the next may go. */
import { named, sql, type TenantTransaction } from '#platform/database';

/** The next of their conversations are looked at again. */
export async function releaseNextOf(tx: TenantTransaction, messageIds: readonly string[]): Promise<void> {
  await tx.execute(
    named(
      'outbox_release_next',
      sql`
      select renkei_release_next(${tx.workspaceId}::uuid, array(
        select distinct conversation_id from outbox
        where workspace_id = ${tx.workspaceId} and message_id = any(${messageIds}::uuid[])))`,
    ),
  );
}

/** Their delivery, or its failure, is known: the next of their sequences may go. */
export async function deleteAwaiting(tx: TenantTransaction, messageIds: readonly string[]): Promise<void> {
  const left = await tx.query<{ channelId: string }>(
    named(
      'outbox_delete_awaiting',
      sql`
      delete from outbox where workspace_id = ${tx.workspaceId} and message_id = any(${messageIds}::uuid[])
        and state = 'awaiting' returning channel_id as "channelId"`,
    ),
  );
  for (const channelId of new Set(left.map((row) => row.channelId))) {
    tx.wake('outbox', `${tx.workspaceId}/${channelId}`);
  }
}

/**
 * Nothing waits longer than `waitBehindMs` behind what is accepted or unsure: forgets what was accepted before, and has
 * the next of the unsure ones looked at again.
 */
export async function endWaiting(tx: TenantTransaction, channelId: string, before: Date): Promise<void> {
  await tx.execute(
    named(
      'outbox_end_awaiting',
      sql`
      delete from outbox where workspace_id = ${tx.workspaceId} and channel_id = ${channelId} and state = 'awaiting'
        and accepted_at <= ${before}`,
    ),
  );
  await tx.execute(
    named(
      'outbox_release_open',
      sql`
      select renkei_release_next(${tx.workspaceId}::uuid, array(
        select distinct conversation_id from outbox
        where workspace_id = ${tx.workspaceId} and channel_id = ${channelId} and state in ('unsure', 'awaiting')))`,
    ),
  );
}

/** What is marked as standing behind another, and is not: the one before was taken away by older code. */
export async function releaseForgotten(tx: TenantTransaction, channelId: string): Promise<void> {
  await tx.execute(
    named(
      'outbox_release_forgotten',
      sql`
      select renkei_release_next(${tx.workspaceId}::uuid, array(
        select conversation_id from outbox
        where workspace_id = ${tx.workspaceId} and channel_id = ${channelId} and state <> 'scheduled'
        group by conversation_id having bool_and(behind)))`,
    ),
  );
}
