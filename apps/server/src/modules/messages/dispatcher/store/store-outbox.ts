/** All SQL over outbox. */
import type { Problem, SendableContent } from '@renkei/contract';
import { named, sql, type TenantTransaction, type Transaction } from '#platform/database';
import type { ChannelLease } from './store-leases.ts';
import { releaseNextOf } from './store-order.ts';

/** How long a message may wait that no window ends: templates. (Reliability rule 4.9) */
const defaultDeadlineMs = 10 * 60 * 60 * 1000;

export interface NewSend {
  readonly messageId: string;
  readonly conversation: {
    readonly id: string;
    readonly channelId: string;
    readonly recipientPhone: string | null;
    readonly recipientUserId: string | null;
    readonly recipientGroupId: string | null;
    readonly windowClosesAt: Date | null;
  };
  readonly content: SendableContent;
  readonly at: Date;
  /** When it may go; `at` for what may go now. */
  readonly dueAt: Date;
  /** The caller's own deadline; counts when it comes before the usual one. */
  readonly notAfter: Date | undefined;
  readonly priority: number;
  readonly waits: boolean;
}

/**
 * At most one of each conversation at a time. What stands behind another of its conversation is marked so at once, that
 * one being held; see `lockDueCandidates`.
 */
export async function enqueue(tx: TenantTransaction, sends: readonly NewSend[]): Promise<void> {
  const rows = sends.map(({ messageId, conversation, content, at, dueAt, notAfter, priority, waits }) => ({
    messageId,
    channelId: conversation.channelId,
    conversationId: conversation.id,
    recipient: conversation.recipientGroupId ?? conversation.recipientPhone ?? conversation.recipientUserId,
    state: dueAt > at ? 'scheduled' : 'queued',
    dueAt,
    deadlineAt: earlierOf(deadlineOf(content, conversation.windowClosesAt, dueAt), notAfter),
    notAfter: notAfter ?? null,
    priority,
    holdReason: waits ? 'channel' : null,
  }));
  await tx.execute(
    named(
      'outbox_insert',
      sql`
      insert into outbox (workspace_id, message_id, channel_id, conversation_id, recipient, state, position, not_before,
        deadline_at, not_after, priority, hold_reason, behind, waits_for_delivery)
      select ${tx.workspaceId}, s."messageId", s."channelId", s."conversationId", s.recipient, s.state,
        nextval('outbox_position'), s."dueAt", s."deadlineAt", s."notAfter", s.priority, s."holdReason",
        s.state = 'queued' and renkei_stands_behind(${tx.workspaceId}::uuid, s."conversationId", s.priority),
        coalesce(m.waits_for_delivery, false) or coalesce(n.waits_for_delivery, false)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s ("messageId" uuid, "channelId" uuid,
        "conversationId" uuid, recipient text, state text, "dueAt" timestamptz, "deadlineAt" timestamptz,
        "notAfter" timestamptz, priority smallint, "holdReason" text)
      left join messages m on m.workspace_id = ${tx.workspaceId} and m.id = s."messageId"
      left join number_settings n on n.workspace_id = ${tx.workspaceId} and n.channel_id = s."channelId"`,
    ),
  );
  for (const channelId of new Set(rows.map((row) => row.channelId))) {
    tx.wake('outbox', `${tx.workspaceId}/${channelId}`);
  }
}

/** The most that become due in one statement. */
export const largestDue = 1_000;

/**
 * What has become due takes its place in the order now: nothing that was queued meanwhile has waited for it. Of all
 * channels; gives how many.
 */
export async function queueDue(tx: Transaction, now: Date): Promise<number> {
  return tx.execute(
    named(
      'outbox_queue_due',
      sql`
      with due as materialized (
        select workspace_id, message_id from outbox where state = 'scheduled' and not_before <= ${now}
        order by not_before, position limit ${largestDue} for update skip locked),
      -- Places are given before the join, which knows no order.
      placed as materialized (
        select workspace_id, message_id, nextval('outbox_position') as position from due)
      update outbox o set state = 'queued', position = placed.position from placed
      where o.workspace_id = placed.workspace_id and o.message_id = placed.message_id`,
    ),
  );
}

/** Free-form content is of no use after its window, a template after ten hours. */
export function deadlineOf(content: SendableContent, windowClosesAt: Date | null, from: Date): Date {
  const isFreeForm = content.kind !== 'template';
  return isFreeForm && windowClosesAt ? windowClosesAt : new Date(from.getTime() + defaultDeadlineMs);
}

export function earlierOf(usual: Date, notAfter: Date | null | undefined): Date {
  return notAfter && notAfter < usual ? notAfter : usual;
}

/** Every channel with something to do now, found by skipping through the index: one probe per channel. */
export function listChannelsWithWork(
  tx: Transaction,
): Promise<readonly { readonly workspaceId: string; readonly channelId: string }[]> {
  return tx.query(
    named(
      'outbox_channels',
      sql`
      with recursive channel as (
        (select workspace_id, channel_id from outbox where state <> 'scheduled'
         order by workspace_id, channel_id limit 1)
        union all
        select next.workspace_id, next.channel_id from channel cross join lateral (
          select workspace_id, channel_id from outbox
          where state <> 'scheduled'
            and (outbox.workspace_id, outbox.channel_id) > (channel.workspace_id, channel.channel_id)
          order by workspace_id, channel_id limit 1) next)
      select workspace_id as "workspaceId", channel_id as "channelId" from channel`,
    ),
  );
}

export async function markClaimed(
  tx: TenantTransaction,
  lease: ChannelLease,
  messageIds: readonly string[],
): Promise<void> {
  await tx.execute(
    named(
      'outbox_claim',
      sql`
      update outbox set state = 'claimed', fence = ${lease.fence}, attempts = attempts + 1
      where workspace_id = ${tx.workspaceId} and message_id = any(${messageIds}::uuid[]) and state = 'queued'`,
    ),
  );
}

export interface NewAttempt {
  readonly messageId: string;
  readonly attemptKey: string;
}

/** From here on the provider may have the message. `countsAttempt` is false for sends whose claim has counted it. */
export async function markDispatched(
  tx: TenantTransaction,
  lease: ChannelLease,
  attempts: readonly NewAttempt[],
  countsAttempt: boolean,
): Promise<void> {
  const messageIds = attempts.map(({ messageId }) => messageId);
  await tx.execute(
    named(
      'outbox_dispatch',
      sql`
      update outbox set state = 'dispatched', fence = ${lease.fence}, hold_reason = null,
        attempt_key = (${attempts.map(({ attemptKey }) => attemptKey)}::text[])[array_position(${messageIds}::uuid[], message_id)],
        attempts = attempts + ${countsAttempt ? 1 : 0}::integer
      where workspace_id = ${tx.workspaceId} and message_id = any(${messageIds}::uuid[])`,
    ),
  );
}

export interface Postponed {
  readonly messageId: string;
  readonly notBefore: Date;
  readonly reason: string;
  /** Whether others of the conversation may pass it meanwhile. */
  readonly yields?: boolean;
}

/** Back to the queue, or later in it. */
export async function postpone(tx: TenantTransaction, rows: readonly Postponed[]): Promise<void> {
  await tx.execute(
    named(
      'outbox_postpone',
      sql`
      update outbox o set state = 'queued', attempt_key = null, not_before = p.not_before, hold_reason = p.reason,
        yields = p.yields, unsure_since = null
      from unnest(${rows.map(({ messageId }) => messageId)}::uuid[], ${rows.map(({ notBefore }) => notBefore)}::timestamptz[],
        ${rows.map(({ reason }) => reason)}::text[], ${rows.map(({ yields }) => yields ?? false)}::boolean[])
        as p (message_id, not_before, reason, yields)
      where o.workspace_id = ${tx.workspaceId} and o.message_id = p.message_id`,
    ),
  );
  const passed = rows.filter(({ yields }) => yields).map(({ messageId }) => messageId);
  if (passed.length > 0) await releaseNextOf(tx, passed);
}

export async function moveDeadlines(
  tx: TenantTransaction,
  rows: readonly { readonly messageId: string; readonly deadlineAt: Date }[],
): Promise<void> {
  await tx.execute(
    named(
      'outbox_move_deadlines',
      sql`
      update outbox o set deadline_at = p.deadline_at
      from unnest(${rows.map(({ messageId }) => messageId)}::uuid[],
        ${rows.map(({ deadlineAt }) => deadlineAt)}::timestamptz[]) as p (message_id, deadline_at)
      where o.workspace_id = ${tx.workspaceId} and o.message_id = p.message_id`,
    ),
  );
}

export async function markUnsure(
  tx: TenantTransaction,
  messageIds: readonly string[],
  at: Date,
): Promise<void> {
  await tx.execute(
    named(
      'outbox_unsure',
      sql`
      update outbox set state = 'unsure', unsure_since = coalesce(unsure_since, ${at})
      where workspace_id = ${tx.workspaceId} and message_id = any(${messageIds}::uuid[])`,
    ),
  );
  await releaseNextOf(tx, messageIds);
}

export async function deleteFromOutbox(tx: TenantTransaction, messageIds: readonly string[]): Promise<void> {
  await tx.execute(
    named(
      'outbox_delete',
      sql`delete from outbox where workspace_id = ${tx.workspaceId} and message_id = any(${messageIds}::uuid[])`,
    ),
  );
}

/**
 * Takes back what stood waiting for messages that are now known to be accepted, but not a later attempt under way. Those
 * of a sequence stay, as awaiting their delivery.
 */
export async function deleteAccepted(
  tx: TenantTransaction,
  messageIds: readonly string[],
  attemptKeys: readonly string[],
  at: Date,
): Promise<void> {
  await tx.execute(
    named(
      'outbox_delete_accepted',
      sql`
      with sequence as (
        update outbox set state = 'awaiting', attempt_key = null, accepted_at = ${at}
        where workspace_id = ${tx.workspaceId} and message_id = any(${messageIds}::uuid[]) and waits_for_delivery
          and state <> 'awaiting' and (state <> 'dispatched' or attempt_key = any(${attemptKeys}::text[])))
      delete from outbox where workspace_id = ${tx.workspaceId} and message_id = any(${messageIds}::uuid[])
        and not waits_for_delivery and (state <> 'dispatched' or attempt_key = any(${attemptKeys}::text[]))`,
    ),
  );
}

export interface OpenAttempt {
  readonly messageId: string;
  readonly attemptKey: string;
  readonly recipient: string;
  readonly attempts: number;
}

/** Rows whose present attempt is one of these and still open; locked. The key is the fencing token of its answer. */
export function lockOpenAttempts(
  tx: TenantTransaction,
  attemptKeys: readonly string[],
): Promise<readonly OpenAttempt[]> {
  return tx.query<OpenAttempt>(
    named(
      'outbox_open_attempts',
      sql`
      select message_id as "messageId", attempt_key as "attemptKey", recipient, attempts from outbox
      where workspace_id = ${tx.workspaceId} and attempt_key = any(${attemptKeys}::text[])
        and state in ('dispatched', 'unsure')
      order by message_id for update`,
    ),
  );
}

export interface Orphan {
  readonly messageId: string;
  readonly state: 'claimed' | 'dispatched';
  readonly attemptKey: string | null;
}

/** What an earlier owner of the channel left behind. */
export function lockOrphans(tx: TenantTransaction, lease: ChannelLease): Promise<readonly Orphan[]> {
  return tx.query<Orphan>(
    named(
      'outbox_orphans',
      sql`
      select message_id as "messageId", state, attempt_key as "attemptKey" from outbox
      where workspace_id = ${tx.workspaceId} and channel_id = ${lease.channelId}
        and state in ('claimed', 'dispatched') and fence < ${lease.fence}
      for update`,
    ),
  );
}

export interface UnsureRow {
  readonly messageId: string;
  readonly attemptKey: string;
  readonly priority: number;
  /** Of this message, those of which nobody knows how they ended. */
  readonly unsureAttempts: number;
  readonly unsureSince: Date;
  /** It was under way when a backup was taken: what its status said went to the system of that day. */
  readonly isRestored: boolean;
}

export function lockUnsure(
  tx: TenantTransaction,
  channelId: string,
  before: Date,
  limit: number,
): Promise<readonly UnsureRow[]> {
  return tx.query<UnsureRow>(
    named(
      'outbox_unsure_rows',
      sql`
      select message_id as "messageId", attempt_key as "attemptKey", priority, unsure_since as "unsureSince",
        (select count(*)::integer from attempts attempt
         where attempt.workspace_id = outbox.workspace_id and attempt.message_id = outbox.message_id
           and attempt.state = 'unsure') as "unsureAttempts",
        coalesce((select (attempt.error ->> 'restored')::boolean from attempts attempt
         where attempt.workspace_id = outbox.workspace_id and attempt.attempt_key = outbox.attempt_key),
         false) as "isRestored"
      from outbox
      where workspace_id = ${tx.workspaceId} and channel_id = ${channelId} and state = 'unsure'
        and unsure_since <= ${before}
      order by position limit ${limit} for update skip locked`,
    ),
  );
}

export interface Backlog {
  readonly queued: boolean;
  readonly unfinished: boolean;
  /** When the next that stands behind nobody is due; null: there is none. */
  readonly nextAt: Date | null;
}

/** Whether anything of the channel is queued, and whether anything is unfinished at all. */
export async function readBacklog(tx: TenantTransaction, channelId: string): Promise<Backlog> {
  const [row] = await tx.query<Backlog>(
    named(
      'outbox_backlog',
      sql`
      select exists (select 1 from outbox where workspace_id = ${tx.workspaceId} and channel_id = ${channelId}
                       and state = 'queued') as queued,
             exists (select 1 from outbox where workspace_id = ${tx.workspaceId} and channel_id = ${channelId}
                       and state <> 'scheduled') as unfinished,
             renkei_next_due(${tx.workspaceId}::uuid, ${channelId}::uuid) as "nextAt"`,
    ),
  );
  return row ?? { queued: false, unfinished: false, nextAt: null };
}

/** Why messages wait or failed, where people see it. */
export interface MessageOutcome {
  readonly messageId: string;
  readonly state: 'queued' | 'unsure' | 'failed' | 'unconfirmed';
  readonly problem: Problem | null;
}

export async function moveOutbox(
  tx: TenantTransaction,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  await tx.execute(sql`
    update outbox set conversation_id = ${into} where workspace_id = ${tx.workspaceId} and conversation_id = ${from}`);
}
