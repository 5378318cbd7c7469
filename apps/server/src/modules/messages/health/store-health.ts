/**
 * All SQL of the health page over outbox, attempts and messages. However long a queue is, no more rows of a kind are read
 * than `countCeiling`: counts stop there, and are asked without an order, which would make PostgreSQL sort all of them
 * while it has no statistics of a table that has just grown.
 */
import { type ContentKind, countCeiling, type Problem, type UnsettledState } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';

export interface QueueCounts {
  readonly channelId: string;
  /** For a time that somebody chose; those that a rule holds until then count as queued. */
  readonly scheduled: number;
  readonly nextScheduledAt: Date | null;
  readonly queued: number;
  readonly oldestQueuedAt: Date | null;
  readonly acceptedLastMinute: number;
  readonly acceptedLast10s: number;
}

/** How long each queue is, and how much of it the provider has taken lately. */
export function countQueues(
  tx: TenantTransaction,
  channelIds: readonly string[],
  now: Date,
): Promise<readonly QueueCounts[]> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  return tx.query<QueueCounts>(
    named(
      'health_count_queues',
      sql`
      select channel.id as "channelId", scheduled.count as scheduled, next.due as "nextScheduledAt",
        least(queued.count + scheduled.held, ${countCeiling}::integer) as queued, oldest.at as "oldestQueuedAt",
        minute.count as "acceptedLastMinute", seconds.count as "acceptedLast10s"
      from unnest(${channelIds}::uuid[]) as channel (id)
      cross join lateral (
        select count(*) filter (where hold_reason is null)::integer as count,
          count(*) filter (where hold_reason is not null)::integer as held
        from (select hold_reason from outbox
              where workspace_id = ${tx.workspaceId} and channel_id = channel.id and state = 'scheduled'
              limit ${countCeiling}) of_scheduled) scheduled
      left join lateral (
        select not_before as due from outbox
        where workspace_id = ${tx.workspaceId} and channel_id = channel.id and state = 'scheduled' and hold_reason is null
        order by not_before limit 1) next on true
      cross join lateral (
        select count(*)::integer as count from (
          select 1 from outbox
          where workspace_id = ${tx.workspaceId} and channel_id = channel.id and state <> 'scheduled' and state = 'queued'
          limit ${countCeiling}) of_queued) queued
      left join lateral (
        select greatest(message.created_at, message.send_at) as at
        from (select message_id from outbox
              where workspace_id = ${tx.workspaceId} and channel_id = channel.id and state <> 'scheduled'
                -- So that no index of the queued ones alone is taken, which has another order.
                and state || '' = 'queued'
              order by position limit 1) first
        join messages message on message.workspace_id = ${tx.workspaceId} and message.id = first.message_id) oldest on true
      cross join lateral (
        select count(*)::integer as count from (
          select 1 from attempts
          where workspace_id = ${tx.workspaceId} and channel_id = channel.id and state = 'accepted'
            and dispatched_at > ${before(60_000)} and dispatched_at <= ${now}
          limit ${countCeiling}) of_minute) minute
      cross join lateral (
        select count(*)::integer as count from (
          select 1 from attempts
          where workspace_id = ${tx.workspaceId} and channel_id = channel.id and state = 'accepted'
            and dispatched_at > ${before(10_000)} and dispatched_at <= ${now}
          limit ${countCeiling}) of_seconds) seconds`,
    ),
  );
}

export interface UnderWay {
  readonly channelId: string;
  readonly state: 'claimed' | 'dispatched' | 'unsure' | 'awaiting';
  readonly count: number;
}

export function countUnderWay(tx: TenantTransaction): Promise<readonly UnderWay[]> {
  return tx.query<UnderWay>(
    named(
      'health_count_under_way',
      sql`
      select channel_id as "channelId", state, count(*)::integer as count
      from (select channel_id, state from outbox
            where workspace_id = ${tx.workspaceId} and state in ('claimed', 'dispatched', 'unsure', 'awaiting')
            limit ${countCeiling}) under_way
      group by channel_id, state`,
    ),
  );
}

/** Those that wait for the same thing, of as much of a queue as is looked at. */
export interface HeldGroup {
  readonly reason: string;
  readonly count: number;
  /** When the first of them is looked at again. */
  readonly until: Date;
  /** Whether that is when they may go, not only when somebody looks. */
  readonly ends: boolean;
  readonly problem: Problem | null;
}

export function groupHeld(
  tx: TenantTransaction,
  channelId: string,
  now: Date,
): Promise<readonly HeldGroup[]> {
  return tx.query<HeldGroup>(
    named(
      'health_group_held',
      sql`
      with first as (
        (select message_id, not_before, yields, case when behind then 'order' else hold_reason end as reason
         from outbox
         where workspace_id = ${tx.workspaceId} and channel_id = ${channelId} and state <> 'scheduled' and state = 'queued'
         limit ${countCeiling})
        union all
        (select message_id, not_before, true, 'gate' from outbox
         where workspace_id = ${tx.workspaceId} and channel_id = ${channelId} and state = 'scheduled'
           and hold_reason is not null
         limit ${countCeiling})),
      held as (
        select first.reason, first.not_before, first.yields, message.failure as problem
        from first left join messages message
          on message.workspace_id = ${tx.workspaceId} and message.id = first.message_id
            and (first.reason = 'gate' or first.reason like 'code\_%')
        where first.reason = 'order' or (first.reason is not null and first.not_before > ${now}))
      select reason, count(*)::integer as count, min(not_before) as until, bool_and(yields) as ends,
        (array_agg(problem order by not_before))[1] as problem
      from held group by reason, problem ->> 'code', problem ->> 'providerCode'
      order by count(*) desc limit 20`,
    ),
  );
}

export function countUnsettled(
  tx: TenantTransaction,
  failedSince: Date,
): Promise<readonly { readonly state: UnsettledState; readonly count: number }[]> {
  return tx.query(
    named(
      'health_count_unsettled',
      sql`
      select kind.state, (
        select count(*)::integer from (
          select 1 from messages
          where workspace_id = ${tx.workspaceId} and direction = 'outbound'
            and state in ('unsure', 'unconfirmed', 'failed') and dismissed_at is null
            and state = kind.state and (kind.state <> 'failed' or shown_at > ${failedSince})
          limit ${countCeiling}) counted) as count
      from (values ('unsure'), ('unconfirmed'), ('failed')) as kind (state)`,
    ),
  );
}

export interface UnsettledRow {
  readonly id: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly channelId: string;
  readonly state: UnsettledState;
  readonly kind: ContentKind;
  readonly preview: string;
  readonly queuedAt: Date;
  readonly triedAt: Date | null;
  readonly problem: Problem | null;
  /** For the cursor: the database knows microseconds. */
  readonly place: string;
}

export interface UnsettledPage {
  readonly state: UnsettledState;
  readonly channelId: string | undefined;
  readonly failedSince: Date;
  readonly before: { readonly place: string; readonly id: string } | undefined;
  readonly limit: number;
}

export function listUnsettledRows(
  tx: TenantTransaction,
  { state, channelId, failedSince, before, limit }: UnsettledPage,
): Promise<readonly UnsettledRow[]> {
  return tx.query<UnsettledRow>(
    named(
      'health_list_unsettled',
      sql`
      select message.id, message.conversation_id as "conversationId", message.contact_id as "contactId",
        message.channel_id as "channelId", message.state, message.kind, message.preview,
        message.shown_at as "queuedAt", message.failure as problem, message.shown_at::text as place,
        (select max(coalesce(answered_at, dispatched_at)) from attempts
         where workspace_id = ${tx.workspaceId} and message_id = message.id) as "triedAt"
      from messages message
      where workspace_id = ${tx.workspaceId} and direction = 'outbound' and state in ('unsure', 'unconfirmed', 'failed')
        and dismissed_at is null and state = ${state}
        and (${state}::text <> 'failed' or shown_at > ${failedSince})
        and (${channelId ?? null}::uuid is null or channel_id = ${channelId ?? null})
        and (${before?.place ?? null}::timestamptz is null
             or (shown_at, id) < (${before?.place ?? null}::timestamptz, ${before?.id ?? null}::uuid))
      order by shown_at desc, id desc limit ${limit}`,
    ),
  );
}

/** Those that were failed or unconfirmed and not dismissed yet, with what they were. */
export function dismissRows(
  tx: TenantTransaction,
  messageIds: readonly string[],
  at: Date,
): Promise<readonly { readonly messageId: string; readonly state: string }[]> {
  return tx.query(sql`
    update messages set dismissed_at = ${at}
    where workspace_id = ${tx.workspaceId} and id = any(${messageIds}::uuid[]) and direction = 'outbound'
      and state in ('failed', 'unconfirmed') and dismissed_at is null
    returning id as "messageId", state`);
}
