import type { MessageBatch } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { decodeCursor, encodeCursor } from '#platform/paging';
import { type BatchRow, countByState, findBatch, listBatches } from './store-batches.ts';

/** Throws `not_found`. */
export async function viewBatch(tx: TenantTransaction, batchId: string): Promise<MessageBatch> {
  const row = await findBatch(tx, batchId);
  if (!row) throw new RenkeiError('not_found');
  const counts = await countByState(tx, [batchId]);
  return toView(row, counts.get(batchId) ?? {});
}

const usualLimit = 50;

/** Newest first. */
export async function viewBatches(
  tx: TenantTransaction,
  {
    cursor,
    limit = usualLimit,
  }: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<{ readonly items: MessageBatch[]; readonly nextCursor: string | null }> {
  const [place, id] = decodeCursor(cursor, ['instant', 'id']);
  const before = place === undefined || id === undefined ? undefined : { place, id };
  const rows = await listBatches(tx, before, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const counts = await countByState(
    tx,
    page.map((row) => row.id),
  );
  return {
    items: page.map((row) => toView(row, counts.get(row.id) ?? {})),
    nextCursor: rows.length > limit && last ? encodeCursor([last.place, last.id]) : null,
  };
}

function toView(
  { id, channelId, name, origin, createdAt, cancelledAt }: BatchRow,
  counts: MessageBatch['counts'],
): MessageBatch {
  return {
    id,
    channelId,
    name,
    origin,
    createdAt: createdAt.toISOString(),
    cancelledAt: cancelledAt?.toISOString() ?? null,
    counts,
  };
}
