import { named, sql, type TenantTransaction } from '#platform/database';
import type { ChangedMessage } from '../dispatcher/store/store-results.ts';

/** Those of the messages that were still queued or scheduled, now cancelled and out of the outbox. */
export function cancelQueued(
  tx: TenantTransaction,
  messageIds: readonly string[],
): Promise<readonly ChangedMessage[]> {
  return tx.query<ChangedMessage>(
    named(
      'outbox_cancel',
      sql`
      with taken as (
        delete from outbox where workspace_id = ${tx.workspaceId} and message_id = any(${messageIds}::uuid[])
          and state in ('queued', 'scheduled')
        returning message_id)
      update messages m set state = 'cancelled', failure = null
      from taken
      where m.workspace_id = ${tx.workspaceId} and m.id = taken.message_id
      returning m.id as "messageId", m.conversation_id as "conversationId"`,
    ),
  );
}
