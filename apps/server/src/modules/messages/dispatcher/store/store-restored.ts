/** SQL over outbox for a restored system. */
import { sql, type TenantTransaction } from '#platform/database';

export interface RestoredSend {
  readonly messageId: string;
  readonly state: 'queued' | 'scheduled' | 'claimed' | 'dispatched';
  readonly attemptKey: string | null;
}

/** Sends whose end nobody here knows, locked, oldest first. `queued`: those that nobody had begun, too. */
export function lockRestored(
  tx: TenantTransaction,
  { queued, limit }: { readonly queued: boolean; readonly limit: number },
): Promise<readonly RestoredSend[]> {
  return tx.query<RestoredSend & Record<string, unknown>>(sql`
    select message_id as "messageId", state, attempt_key as "attemptKey" from outbox
    where workspace_id = ${tx.workspaceId}
      and (state in ('claimed', 'dispatched') or (state in ('queued', 'scheduled') and ${queued}::boolean))
    order by position limit ${limit} for update`);
}

/** Notes of all that is unsure that it comes from a backup; see `UnsureRow`. */
export async function markUnsureRestored(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`
    update attempts attempt set error = coalesce(attempt.error, '{}') || '{"restored": true}'
    from outbox where outbox.workspace_id = ${tx.workspaceId} and outbox.state = 'unsure'
      and attempt.workspace_id = outbox.workspace_id and attempt.attempt_key = outbox.attempt_key`);
}
