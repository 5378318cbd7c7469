import type { QuarantinedEvent } from '@renkei/contract';
import type { Platform } from '#platform/module';
import { listQuarantinedJobs } from './store-jobs.ts';

const limit = 200;

/** The newest events that could not be processed. */
export async function listQuarantine(
  { database }: Platform,
  workspaceId: string,
): Promise<readonly QuarantinedEvent[]> {
  const rows = await database.inTenant(workspaceId, (transaction) => listQuarantinedJobs(transaction, limit));
  return rows.map((row) => ({
    id: row.raw_event_id,
    reason: row.reason ?? '',
    attempts: row.attempts,
    receivedAt: row.received_at.toISOString(),
    sizeBytes: row.size_bytes,
  }));
}
