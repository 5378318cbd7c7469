import type { MessageBatch } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import type { Principal } from '#platform/module';
import type { OutboundContext } from '../needs.ts';
import { listQueuedOfBatch, markBatchCancelled } from './store-batches.ts';
import { viewBatch } from './view-batches.ts';

/** Small enough that nobody waits long for the rows that a transaction holds. */
const messagesPerTransaction = 500;

/** Takes back everything of a batch that is still queued. Audited. Throws `not_found`. */
export async function cancelBatch(
  context: OutboundContext,
  principal: Principal,
  batchId: string,
): Promise<MessageBatch> {
  const { database, clock } = context.platform;
  await database.inTenant(principal.workspaceId, async (tx) => {
    if (!(await markBatchCancelled(tx, batchId, clock.now()))) throw new RenkeiError('not_found');
    const entry = { principal, action: 'message_batch.cancelled', subjectId: batchId, detail: {} };
    await context.recordAudit(tx, entry);
  });
  // Nothing is added any more: whoever still brings lines has found it cancelled.
  const queued = await database.inTenant(principal.workspaceId, (tx) => listQueuedOfBatch(tx, batchId));
  for (let from = 0; from < queued.length; from += messagesPerTransaction) {
    await cancelSome(context, principal.workspaceId, queued.slice(from, from + messagesPerTransaction));
  }
  return database.inTenant(principal.workspaceId, (tx) => viewBatch(tx, batchId));
}

/** What is under way to the provider is passed over. */
function cancelSome(
  context: OutboundContext,
  workspaceId: string,
  messageIds: readonly string[],
): Promise<void> {
  return context.platform.database.inTenant(workspaceId, async (tx) => {
    const cancelled = await context.store.cancelQueued(tx, messageIds);
    for (const message of cancelled) tx.publish({ type: 'message.updated', ...message });
  });
}
