import type { TenantTransaction } from '#platform/database';
import type { SendStore } from '../send-store.ts';
import type { MessageOutcome } from './store/store-outbox.ts';

/** Messages that will not be tried again by themselves. */
export async function failMessages(
  store: SendStore,
  tx: TenantTransaction,
  outcomes: readonly MessageOutcome[],
): Promise<void> {
  await store.deleteFromOutbox(
    tx,
    outcomes.map(({ messageId }) => messageId),
  );
  await publishChanges(store, tx, outcomes);
}

/** Writes what people see of messages and tells everybody. */
export async function publishChanges(
  store: SendStore,
  tx: TenantTransaction,
  outcomes: readonly MessageOutcome[],
): Promise<void> {
  for (const { messageId, conversationId } of await store.writeOutcomes(tx, outcomes)) {
    tx.publish({ type: 'message.updated', conversationId, messageId });
  }
}
