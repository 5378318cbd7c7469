import type { ProviderRecipient, ProviderReferences, ProviderSendRequest } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import { newAttemptKey } from '#platform/ids';
import type { DispatchContext } from './context.ts';
import type { Candidate } from './store/store-candidates.ts';
import type { ChannelLease } from './store/store-leases.ts';

/** A send that may go, as everything that can be in its way has said. */
export interface Admitted {
  readonly candidate: Candidate;
  readonly references: ProviderReferences;
  /** When its turn of the number's rate comes. */
  readonly startsAtMs: number;
}

/** A send whose attempt is committed: from now on it counts as possibly sent. */
export interface DispatchedSend {
  readonly messageId: string;
  readonly recipient: string;
  readonly request: ProviderSendRequest;
  readonly startsAtMs: number;
}

/** Commits, with the transaction, that these may reach the provider. */
export async function dispatch(
  context: DispatchContext,
  tx: TenantTransaction,
  lease: ChannelLease,
  admitted: readonly Admitted[],
  countsAttempt: boolean,
): Promise<readonly DispatchedSend[]> {
  if (admitted.length === 0) return [];
  const sends = admitted.map(toSend);
  const attempts = sends.map(({ messageId, request }) => ({ messageId, attemptKey: request.attemptKey }));
  await context.store.insertAttempts(tx, lease.channelId, attempts, context.platform.clock.now());
  await context.store.markDispatched(tx, lease, attempts, countsAttempt);
  return sends;
}

function toSend({ candidate, references, startsAtMs }: Admitted): DispatchedSend {
  return {
    messageId: candidate.messageId,
    recipient: candidate.recipient,
    request: {
      recipient: toRecipient(candidate),
      content: candidate.content,
      references,
      replyToProviderMessageId: candidate.replyToProviderMessageId,
      attemptKey: newAttemptKey(),
    },
    startsAtMs,
  };
}

/** The telephone number where both are known: Meta takes it as well, and some kinds go to numbers only. */
function toRecipient({ recipientGroupId, recipientPhone, recipientUserId }: Candidate): ProviderRecipient {
  if (recipientGroupId !== null) return { groupId: recipientGroupId };
  return recipientPhone === null ? { userId: recipientUserId ?? '' } : { phone: recipientPhone };
}
