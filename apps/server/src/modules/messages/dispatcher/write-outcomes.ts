import type { TenantTransaction } from '#platform/database';
import { deleteFromOutbox, type MessageOutcome } from './store/store-outbox.ts';
import { writeOutcomes } from './store/store-results.ts';

/** Messages that will not be tried again by themselves. */
export async function failMessages(
  tx: TenantTransaction,
  outcomes: readonly MessageOutcome[],
): Promise<void> {
  await deleteFromOutbox(
    tx,
    outcomes.map(({ messageId }) => messageId),
  );
  await publishChanges(tx, outcomes);
}

/** Writes what people see of messages and tells everybody. */
export async function publishChanges(
  tx: TenantTransaction,
  outcomes: readonly MessageOutcome[],
): Promise<void> {
  for (const { messageId, conversationId } of await writeOutcomes(tx, outcomes)) {
    tx.publish({ type: 'message.updated', conversationId, messageId });
  }
}
