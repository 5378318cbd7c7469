import type { TenantTransaction } from '#platform/database';
import type { Platform } from '#platform/module';
import type { ConversationMerge, SendEvidence } from '../inbound/needs.ts';
import { type SendStore, sendStore } from '../send-store.ts';
import { confirmAttempts } from './confirm-attempts.ts';
import { moveOutbox } from './store/store-outbox.ts';

/** What statuses that overtook our own answer tell the sending half. */
export function createSendEvidence(
  { clock }: Pick<Platform, 'clock'>,
  store: SendStore = sendStore,
): SendEvidence {
  return {
    findMessagesByAttemptKeys: store.findMessagesByAttemptKeys,
    async confirmAttempts(tx, attempts) {
      await confirmAttempts(store, tx, attempts, clock.now());
    },
    endWaiting: store.deleteAwaiting,
    countReceived: store.countReceived,
  };
}

/** Waiting sends follow their conversation when two of them become one. */
export async function moveSends(tx: TenantTransaction, merges: readonly ConversationMerge[]): Promise<void> {
  for (const merge of merges) await moveOutbox(tx, merge);
}
