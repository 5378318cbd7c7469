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

/** Within a transaction: commits, with it, that these may reach the provider. */
export type Dispatch = (
  admitted: readonly Admitted[],
  countsAttempt: boolean,
) => Promise<readonly DispatchedSend[]>;

/**
 * A transaction of the lane that may dispatch. One that breaks at its very end may have been committed all the same: what it
 * would have dispatched goes to `takeBack`, since nothing of it was ever begun.
 */
export async function inDispatch<Result>(
  context: DispatchContext,
  lease: ChannelLease,
  takeBack: (sends: readonly DispatchedSend[]) => void,
  work: (tx: TenantTransaction, dispatch: Dispatch) => Promise<Result>,
): Promise<Result> {
  const { store, platform } = context;
  const dispatched: DispatchedSend[] = [];
  try {
    return await platform.database.inTenant(lease.workspaceId, async (tx) => {
      await store.assertLease(tx, lease);
      return await work(tx, async (admitted, countsAttempt) => {
        if (admitted.length === 0) return [];
        const sends = admitted.map(toSend);
        const attempts = sends.map(({ messageId, request }) => ({
          messageId,
          attemptKey: request.attemptKey,
        }));
        dispatched.push(...sends);
        await store.insertAttempts(tx, lease.channelId, attempts, platform.clock.now());
        await store.markDispatched(tx, lease, attempts, countsAttempt);
        return sends;
      });
    });
  } catch (error) {
    takeBack(dispatched);
    throw error;
  }
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
