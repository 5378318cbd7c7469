/** The SQL by which the gate knows what was said lately: one statement for a whole batch of sends each. */
import type { GateVerdict, SendableContent } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';

export interface MarketingQuery {
  readonly contactIds: readonly string[];
  readonly since: Date;
  readonly until: Date;
  /** Messages that are being judged themselves. */
  readonly except: readonly string[];
  /** Whether what only waits counts too. */
  readonly includesWaiting: boolean;
}

/** How long before it went a message may have been queued: 90 days ahead, and what it waited then. */
const queuedBeforeDays = 91;

/** When each contact got marketing, or will, the newest first. What was sent counts from when it went, not was queued. */
export async function readRecentMarketing(
  tx: TenantTransaction,
  { contactIds, since, until, except, includesWaiting }: MarketingQuery,
): Promise<ReadonlyMap<string, readonly Date[]>> {
  const rows = await tx.query<{ contactId: string; at: Date }>(
    named(
      'gate_recent_marketing',
      sql`
      select m.contact_id as "contactId", coalesce(sent.at, m.send_at, m.shown_at) as at from messages m
      cross join lateral (
        select max(a.dispatched_at) as at from attempts a
        where a.workspace_id = m.workspace_id and a.message_id = m.id) sent
      where m.workspace_id = ${tx.workspaceId} and m.contact_id = any(${contactIds}::uuid[]) and m.purpose = 'marketing'
        and m.shown_at > ${since}::timestamptz - make_interval(days => ${queuedBeforeDays})
        and coalesce(sent.at, m.send_at, m.shown_at) > ${since}
        and (sent.at is not null or coalesce(m.send_at, m.shown_at) <= ${until})
        and m.state not in ('failed', 'cancelled') and m.id <> all(${except}::uuid[])
        and (${includesWaiting} or not exists (
          select from outbox o where o.workspace_id = m.workspace_id and o.message_id = m.id
            and o.state in ('scheduled', 'queued', 'claimed')))
      order by at desc`,
    ),
  );
  const byContact = Map.groupBy(rows, ({ contactId }) => contactId);
  return new Map([...byContact].map(([contactId, own]) => [contactId, own.map(({ at }) => at)]));
}

/**
 * Claims of marketing to one person, from whatever number, go one after the other: each counts what those before it sent.
 * Held to the end of the transaction.
 */
export async function lockMarketing(tx: TenantTransaction, contactIds: readonly string[]): Promise<void> {
  await tx.execute(
    named(
      'gate_lock_marketing',
      sql`
      select pg_advisory_xact_lock(hashtextextended('marketing ' || ${tx.workspaceId} || ' ' || id, 0))
      from (select id from unnest(${contactIds}::text[]) as contact (id) order by id) as ordered`,
    ),
  );
}

export interface SameContentQuery {
  readonly conversationId: string;
  /** Null: it is not stored yet. */
  readonly messageId: string | null;
  readonly content: SendableContent;
  /** Nothing before the customer last wrote counts. */
  readonly since: Date;
}

/** When the same was last sent in the conversation, before the message itself. In the order of the queries. */
export async function readSameSent(
  tx: TenantTransaction,
  queries: readonly SameContentQuery[],
): Promise<readonly (Date | null)[]> {
  const rows = await tx.query<{ at: Date | null }>(
    named(
      'gate_same_sent',
      sql`
      select (
        select max(m.shown_at) from messages m
        where m.workspace_id = ${tx.workspaceId} and m.conversation_id = item.conversation_id
          and m.shown_at > item.since and m.direction = 'outbound' and m.state not in ('failed', 'cancelled')
          and m.id is distinct from item.message_id
          and (item.message_id is null or m.arrival < (
            select own.arrival from messages own
            where own.workspace_id = ${tx.workspaceId} and own.id = item.message_id))
          and m.content - 'rendered' = item.content - 'rendered') as at
      from unnest(${queries.map(({ conversationId }) => conversationId)}::uuid[],
        ${queries.map(({ messageId }) => messageId)}::uuid[],
        ${queries.map(({ content }) => JSON.stringify(content))}::jsonb[],
        ${queries.map(({ since }) => since)}::timestamptz[])
        with ordinality as item (conversation_id, message_id, content, since, position)
      order by item.position`,
    ),
  );
  return rows.map(({ at }) => at);
}

/** When a member, or somebody on the phone, last answered in each conversation. */
export async function readPersonAnswers(
  tx: TenantTransaction,
  conversationIds: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx.query<{ conversationId: string; at: Date }>(
    named(
      'gate_person_answers',
      sql`
      select conversation_id as "conversationId", max(shown_at) as at from messages
      where workspace_id = ${tx.workspaceId} and conversation_id = any(${conversationIds}::uuid[])
        and shown_at > ${since} and state not in ('failed', 'cancelled')
        and (direction = 'echo' or (direction = 'outbound' and origin = 'inbox'))
      group by conversation_id`,
    ),
  );
  return new Map(rows.map(({ conversationId, at }) => [conversationId, at]));
}

const hourMs = 3_600_000;

/**
 * Until when the free entry point of each conversation lasts: 72 hours from an answer that was given within 24 hours to a
 * customer who came from an advertisement. (Meta, "Pricing", 2026-09-30)
 */
export async function readFreeEntryPoints(
  tx: TenantTransaction,
  conversationIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Date>> {
  const since = new Date(now.getTime() - 96 * hourMs);
  const rows = await tx.query<{ conversationId: string; answeredAt: Date | null }>(
    named(
      'gate_free_entry_points',
      sql`
      select came.conversation_id as "conversationId", max((
        select min(answer.shown_at) from messages answer
        where answer.workspace_id = came.workspace_id and answer.conversation_id = came.conversation_id
          and answer.shown_at >= came.shown_at and answer.shown_at < came.shown_at + interval '24 hours'
          and answer.direction <> 'inbound' and answer.state in ('sent', 'delivered', 'read', 'played'))) as "answeredAt"
      from messages came
      where came.workspace_id = ${tx.workspaceId} and came.conversation_id = any(${conversationIds}::uuid[])
        and came.shown_at > ${since} and came.direction = 'inbound' and came.referral ->> 'source' = 'ad'
      group by came.conversation_id`,
    ),
  );
  return new Map(
    rows.flatMap(({ conversationId, answeredAt }) => {
      const until = answeredAt && new Date(answeredAt.getTime() + 72 * hourMs);
      return until && until > now ? [[conversationId, until] as const] : [];
    }),
  );
}

/** What the gate said when it was asked last. */
export async function writeVerdicts(
  tx: TenantTransaction,
  verdicts: readonly { readonly messageId: string; readonly record: GateVerdict }[],
): Promise<void> {
  await tx.execute(
    named(
      'gate_write_verdicts',
      sql`
      update messages m set verdict = item.verdict, purpose = item.verdict ->> 'purpose'
      from unnest(${verdicts.map(({ messageId }) => messageId)}::uuid[],
        ${verdicts.map(({ record }) => JSON.stringify(record))}::jsonb[]) as item (id, verdict)
      where m.workspace_id = ${tx.workspaceId} and m.id = item.id`,
    ),
  );
}

export interface RefusedMessage {
  readonly messageId: string;
  readonly contactId: string;
  readonly channelId: string;
  /** Null: it is no template. */
  readonly templateName: string | null;
}

/** Whom messages were for. */
export function readRefused(
  tx: TenantTransaction,
  messageIds: readonly string[],
): Promise<readonly RefusedMessage[]> {
  return tx.query<RefusedMessage>(
    named(
      'gate_refused',
      sql`
      select id as "messageId", contact_id as "contactId", channel_id as "channelId",
        case kind when 'template' then content ->> 'name' end as "templateName"
      from messages where workspace_id = ${tx.workspaceId} and id = any(${messageIds}::uuid[])`,
    ),
  );
}
