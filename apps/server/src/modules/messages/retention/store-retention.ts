/** SQL for what of messages grows old, and `message_retention`. */
import { sql, type TenantTransaction, type Transaction } from '#platform/database';

/** Attempts that are over and whose message is not waiting, channel by channel in the order of their index. */
export function deleteOldAttempts(tx: TenantTransaction, before: Date, limit: number): Promise<number> {
  return tx.execute(sql`
    with recursive channel as (
      (select channel_id from attempts where workspace_id = ${tx.workspaceId} order by channel_id limit 1)
      union all
      select (select next.channel_id from attempts next
              where next.workspace_id = ${tx.workspaceId} and next.channel_id > channel.channel_id
              order by next.channel_id limit 1)
      from channel where channel.channel_id is not null)
    delete from attempts where workspace_id = ${tx.workspaceId} and attempt_key in (
      select old.attempt_key from channel cross join lateral (
        select attempt_key, message_id from attempts
        where workspace_id = ${tx.workspaceId} and channel_id = channel.channel_id and dispatched_at < ${before}
        order by dispatched_at limit ${limit}) old
      where not exists (select from outbox
                        where outbox.workspace_id = ${tx.workspaceId} and outbox.message_id = old.message_id)
      limit ${limit})`);
}

/** The pace of pairs that have been quiet for so long that they are as good as new; never that of a number. */
export function deleteIdlePairs(tx: Transaction, before: Date, limit: number): Promise<number> {
  return tx.execute(sql`
    delete from send_rates rate using (
      select workspace_id, channel_id, recipient from send_rates
      where recipient <> '' and refilled_at < ${before} and (held_until is null or held_until < ${before})
      limit ${limit} for update skip locked) idle
    where rate.workspace_id = idle.workspace_id and rate.channel_id = idle.channel_id
      and rate.recipient = idle.recipient`);
}

/** What waits to be sent and has no message any more. There should be none. */
export function deleteLeftovers(tx: TenantTransaction, before: Date, limit: number): Promise<number> {
  return tx.execute(sql`
    delete from outbox where workspace_id = ${tx.workspaceId} and message_id in (
      select left_over.message_id from outbox left_over
      where left_over.workspace_id = ${tx.workspaceId} and left_over.deadline_at < ${before}
        and left_over.state = 'queued'
        and not exists (select from messages
                        where messages.workspace_id = ${tx.workspaceId} and messages.id = left_over.message_id)
      limit ${limit})`);
}

export interface MessageRetention {
  readonly workspaceId: string;
  readonly keepDays: number;
}

/** Of the workspaces that do not keep their messages for ever. System scope. */
export function listMessageRetention(tx: Transaction): Promise<readonly MessageRetention[]> {
  return tx.query<MessageRetention & Record<string, unknown>>(
    sql`select workspace_id as "workspaceId", keep_days as "keepDays" from message_retention order by 1`,
  );
}

/** `null`: for ever. */
export async function writeMessageRetention(
  tx: TenantTransaction,
  keepDays: number | null,
  now: Date,
): Promise<void> {
  await tx.execute(
    keepDays === null
      ? sql`delete from message_retention where workspace_id = ${tx.workspaceId}`
      : sql`insert into message_retention (workspace_id, keep_days, changed_at)
            values (${tx.workspaceId}, ${keepDays}, ${now})
            on conflict (workspace_id) do update set keep_days = excluded.keep_days, changed_at = excluded.changed_at`,
  );
}

interface AgingMessage {
  readonly id: string;
  readonly createdAt: Date;
  /** It has still to be sent. */
  readonly waits: boolean;
  readonly mediaIds: readonly string[];
}

/** The next oldest messages of a workspace after one of them, by their ids, which sort by time. */
export function listOldestMessages(
  tx: TenantTransaction,
  after: string | undefined,
  limit: number,
): Promise<readonly AgingMessage[]> {
  return tx.query<AgingMessage & Record<string, unknown>>(sql`
    select old.id, old.created_at as "createdAt",
      exists (select from outbox
              where outbox.workspace_id = ${tx.workspaceId} and outbox.message_id = old.id) as waits,
      array_remove(array[old.media_id] || array(
        select media_id from message_files
        where workspace_id = ${tx.workspaceId} and message_id = old.id), null) as "mediaIds"
    from (select id, media_id, created_at from messages
          where workspace_id = ${tx.workspaceId} and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
          order by id limit ${limit}) old
    order by old.id`);
}

/** Messages with all that was ever told about them. Their conversations stay, and show no last message. */
export async function deleteMessages(tx: TenantTransaction, ids: readonly string[]): Promise<void> {
  const named = sql`
    select channel_id, provider_message_id from messages
    where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[]) and provider_message_id is not null`;
  const told = await tx.query<{ channel_id: string; provider_message_id: string }>(named);
  const channels = told.map((row) => row.channel_id);
  const providerIds = told.map((row) => row.provider_message_id);
  await tx.execute(sql`
    delete from reactions where workspace_id = ${tx.workspaceId} and (channel_id, target_provider_message_id) in (
      select * from unnest(${channels}::uuid[], ${providerIds}::text[]))`);
  await tx.execute(sql`
    delete from message_statuses where workspace_id = ${tx.workspaceId} and (channel_id, provider_message_id) in (
      select * from unnest(${channels}::uuid[], ${providerIds}::text[]))`);
  await tx.execute(sql`
    delete from message_revisions where workspace_id = ${tx.workspaceId}
      and (channel_id, target_provider_message_id) in (select * from unnest(${channels}::uuid[], ${providerIds}::text[]))`);
  await tx.execute(sql`
    delete from attempts where workspace_id = ${tx.workspaceId} and message_id = any(${ids}::uuid[])`);
  await tx.execute(sql`
    update conversations set last_message_id = null
    where workspace_id = ${tx.workspaceId} and last_message_id = any(${ids}::uuid[])`);
  await tx.execute(
    sql`delete from messages where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`,
  );
}
