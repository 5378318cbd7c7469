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
  let isMore = true;
  while (isMore) isMore = await cancelSome(context, principal.workspaceId, batchId);
  return database.inTenant(principal.workspaceId, (tx) => viewBatch(tx, batchId));
}

/** Whether there may be more. What is taken to the provider meanwhile is not queued any more. */
function cancelSome(context: OutboundContext, workspaceId: string, batchId: string): Promise<boolean> {
  return context.platform.database.inTenant(workspaceId, async (tx) => {
    const queued = await listQueuedOfBatch(tx, batchId, messagesPerTransaction);
    const cancelled = await context.store.cancelQueued(tx, queued);
    for (const message of cancelled) tx.publish({ type: 'message.updated', ...message });
    return cancelled.length > 0;
  });
}
