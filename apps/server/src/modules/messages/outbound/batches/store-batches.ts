/** All SQL over message_batches, and what is counted by it. */
import type { MessageBatch, MessageState } from '@renkei/contract';
import { sql, type TenantTransaction } from '#platform/database';

export interface BatchRow {
  readonly id: string;
  readonly channelId: string;
  readonly name: string | null;
  readonly origin: MessageBatch['origin'];
  readonly createdAt: Date;
  readonly cancelledAt: Date | null;
  /** For the cursor: the database knows microseconds. */
  readonly place: string;
}

const columns = `id, channel_id as "channelId", name, origin, created_at as "createdAt",
  cancelled_at as "cancelledAt", created_at::text as place`;

export interface NewBatch {
  readonly id: string;
  readonly channelId: string;
  readonly name: string | null;
  readonly origin: MessageBatch['origin'];
  readonly idempotencyKey: string | null;
  readonly createdBy: string | null;
  readonly at: Date;
}

/** The new batch, or the one that has the key already. */
export async function insertBatch(tx: TenantTransaction, batch: NewBatch): Promise<BatchRow> {
  await tx.execute(sql`
    insert into message_batches (workspace_id, id, channel_id, name, origin, idempotency_key, created_by, created_at)
    values (${tx.workspaceId}, ${batch.id}, ${batch.channelId}, ${batch.name}, ${batch.origin}, ${batch.idempotencyKey},
      ${batch.createdBy}, ${batch.at})
    on conflict (workspace_id, idempotency_key) where idempotency_key is not null do nothing`);
  const [row] = await tx.query<BatchRow>({
    text: `select ${columns} from message_batches where workspace_id = $1 and (id = $2 or idempotency_key = $3)`,
    values: [tx.workspaceId, batch.id, batch.idempotencyKey],
  });
  if (!row) throw new Error('The batch that was just made is not there');
  return row;
}

export async function findBatch(tx: TenantTransaction, batchId: string): Promise<BatchRow | undefined> {
  const [row] = await tx.query<BatchRow>({
    text: `select ${columns} from message_batches where workspace_id = $1 and id = $2`,
    values: [tx.workspaceId, batchId],
  });
  return row;
}

export function listBatches(
  tx: TenantTransaction,
  before: { readonly place: string; readonly id: string } | undefined,
  limit: number,
): Promise<readonly BatchRow[]> {
  return tx.query<BatchRow>({
    text: `select ${columns} from message_batches
           where workspace_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3))
           order by created_at desc, id desc limit $4`,
    values: [tx.workspaceId, before?.place ?? null, before?.id ?? null, limit],
  });
}

export async function countByState(
  tx: TenantTransaction,
  batchIds: readonly string[],
): Promise<ReadonlyMap<string, MessageBatch['counts']>> {
  const rows = await tx.query<{ batchId: string; state: MessageState; count: number }>(sql`
    select batch_id as "batchId", state, count(*)::integer as count from messages
    where workspace_id = ${tx.workspaceId} and batch_id = any(${batchIds}::uuid[]) group by batch_id, state`);
  const byBatch = Map.groupBy(rows, ({ batchId }) => batchId);
  return new Map(
    batchIds.map((id) => [
      id,
      Object.fromEntries((byBatch.get(id) ?? []).map(({ state, count }) => [state, count])),
    ]),
  );
}

export async function markBatchCancelled(tx: TenantTransaction, batchId: string, at: Date): Promise<boolean> {
  const changed = await tx.execute(sql`
    update message_batches set cancelled_at = coalesce(cancelled_at, ${at})
    where workspace_id = ${tx.workspaceId} and id = ${batchId}`);
  return changed > 0;
}

/** Whether the batch still takes messages. Nobody cancels it before this transaction has ended. */
export async function holdBatchOpen(tx: TenantTransaction, batchId: string): Promise<boolean> {
  const rows = await tx.query(sql`
    select 1 from message_batches
    where workspace_id = ${tx.workspaceId} and id = ${batchId} and cancelled_at is null for share`);
  return rows.length > 0;
}

/** A batch's messages of which nobody knows more than that they are queued; some may be under way to the provider. */
export async function listQueuedOfBatch(tx: TenantTransaction, batchId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    select id from messages where workspace_id = ${tx.workspaceId} and batch_id = ${batchId} and state = 'queued'
    order by id`);
  return rows.map(({ id }) => id);
}
