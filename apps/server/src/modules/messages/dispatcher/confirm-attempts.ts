import type { TenantTransaction } from '#platform/database';
import type { SentMessage } from '../outbound/needs.ts';
import type { SendStore } from '../send-store.ts';
import type { Acceptance } from './store/store-attempts.ts';

/**
 * Evidence that attempts were accepted: our own answer, however late, or a status that carries the attempt key. It counts
 * whoever brings it and whatever we believed before; telling it twice changes nothing. Gives the messages that have got
 * their provider's id by it, for the statuses that came before.
 */
export async function confirmAttempts(
  store: SendStore,
  tx: TenantTransaction,
  acceptances: readonly Acceptance[],
  at: Date,
): Promise<readonly SentMessage[]> {
  if (acceptances.length === 0) return [];
  await store.lockAttempts(
    tx,
    acceptances.map(({ attemptKey }) => attemptKey),
  );
  return confirmLocked(store, tx, acceptances, at);
}

/** The same for attempts that the transaction has locked already. */
export async function confirmLocked(
  store: SendStore,
  tx: TenantTransaction,
  acceptances: readonly Acceptance[],
  at: Date,
): Promise<readonly SentMessage[]> {
  if (acceptances.length === 0) return [];
  const accepted = await store.acceptAttempts(tx, acceptances, at);
  if (accepted.length === 0) return [];
  const messageIds = accepted.map(({ messageId }) => messageId);
  await store.deleteAccepted(
    tx,
    messageIds,
    accepted.map(({ attemptKey }) => attemptKey),
    at,
  );
  const sent = await store.markSent(tx, accepted);
  const reactedTo = await store.applyReactions(tx, messageIds);
  for (const { messageId, conversationId } of [...sent, ...reactedTo]) {
    tx.publish({ type: 'message.updated', conversationId, messageId });
  }
  return sent;
}
