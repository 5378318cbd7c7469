/** The SQL of sending over conversations, messages and reactions. */
import { type GateVerdict, listMediaReferences, type Problem, type SendableContent } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';
import type { SendOrigin } from '../gate/facts.ts';

export interface ConversationRow {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly assigneeId: string | null;
  readonly recipientPhone: string | null;
  readonly recipientUserId: string | null;
  readonly recipientGroupId: string | null;
  readonly lastInboundAt: Date | null;
  readonly lastInboundProviderMessageId: string | null;
  readonly windowClosesAt: Date | null;
  readonly unreadCount: number;
}

/** Those that are there, by id. */
export async function findConversations(
  tx: TenantTransaction,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, ConversationRow>> {
  const rows = await tx.query<ConversationRow>(
    named(
      'outbound_conversations',
      sql`
      select id, channel_id as "channelId", contact_id as "contactId", assignee_id as "assigneeId",
        recipient_phone as "recipientPhone", recipient_user_id as "recipientUserId",
        recipient_group_id as "recipientGroupId", last_inbound_at as "lastInboundAt",
        last_inbound_provider_message_id as "lastInboundProviderMessageId", window_closes_at as "windowClosesAt",
        unread_count as "unreadCount"
      from conversations where workspace_id = ${tx.workspaceId} and id = any(${conversationIds}::uuid[])`,
    ),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * When the provider last said 131026 for a message of these conversations, if nothing came in since; others are left out.
 */
export async function findUnreachable(
  tx: TenantTransaction,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx.query<{ conversationId: string; since: Date }>(
    named(
      'outbound_unreachable',
      sql`
      select asked.id as "conversationId", last.shown_at as since
      from unnest(${conversationIds}::uuid[]) as asked (id)
      cross join lateral (
        select direction, failure, shown_at from messages
        where workspace_id = ${tx.workspaceId} and conversation_id = asked.id and kind <> 'reaction'
        order by shown_at desc, arrival desc limit 1) last
      where direction = 'outbound' and (failure ->> 'providerCode')::integer = 131026`,
    ),
  );
  return new Map(rows.map(({ conversationId, since }) => [conversationId, since]));
}

export interface ReferencedMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly providerMessageId: string | null;
}

/** Those that are there, by id. */
export async function findReferencedMessages(
  tx: TenantTransaction,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, ReferencedMessage>> {
  if (messageIds.length === 0) return new Map();
  const rows = await tx.query<ReferencedMessage>(
    named(
      'outbound_referenced',
      sql`
      select id, conversation_id as "conversationId", provider_message_id as "providerMessageId"
      from messages where workspace_id = ${tx.workspaceId} and id = any(${messageIds}::uuid[])`,
    ),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Messages that were queued with these keys, by key. */
export async function findByIdempotencyKeys(
  tx: TenantTransaction,
  keys: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly conversationId: string }>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.query<{ key: string; id: string; conversationId: string }>(
    named(
      'outbound_by_idempotency_keys',
      sql`
      select idempotency_key as key, id, conversation_id as "conversationId" from messages
      where workspace_id = ${tx.workspaceId} and idempotency_key = any(${keys}::text[])`,
    ),
  );
  return new Map(rows.map((row) => [row.key, row]));
}

export interface NewOutboundMessage {
  readonly id: string;
  readonly conversation: ConversationRow;
  readonly content: SendableContent;
  readonly preview: string;
  /** Why the message waits, if it does. */
  readonly problem: Problem | null;
  readonly replyToProviderMessageId: string | null;
  readonly senderMemberId: string | null;
  readonly idempotencyKey: string | null;
  readonly origin: SendOrigin;
  /** What the gate said when it was accepted. */
  readonly verdict: GateVerdict;
  /** Null: as soon as possible. */
  readonly sendAt: Date | null;
  readonly waitsForDelivery: boolean;
  readonly batchId: string | null;
  readonly at: Date;
}

export async function insertOutboundMessages(
  tx: TenantTransaction,
  messages: readonly NewOutboundMessage[],
): Promise<void> {
  const rows = messages.map(({ conversation, content, problem, verdict, ...message }) => ({
    ...message,
    conversationId: conversation.id,
    channelId: conversation.channelId,
    contactId: conversation.contactId,
    kind: content.kind,
    content,
    failure: problem,
    mediaId: mainFileOf(content),
    purpose: verdict.purpose,
    verdict,
  }));
  await tx.execute(
    named(
      'outbound_insert',
      sql`
      insert into messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, kind, content, preview,
        state, failure, shown_at, arrival, reply_to_provider_message_id, media_id, sender_member_id, idempotency_key,
        origin, purpose, verdict, send_at, waits_for_delivery, batch_id, created_at)
      select ${tx.workspaceId}, m.id, m."conversationId", m."channelId", m."contactId", 'outbound', m.kind, m.content,
        m.preview, 'queued', m.failure, m.at, nextval('message_arrival'), m."replyToProviderMessageId", m."mediaId",
        m."senderMemberId", m."idempotencyKey", m.origin, m.purpose, m.verdict, m."sendAt", m."waitsForDelivery",
        m."batchId", m.at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m (id uuid, "conversationId" uuid, "channelId" uuid,
        "contactId" uuid, kind text, content jsonb, preview text, failure jsonb, at timestamptz,
        "replyToProviderMessageId" text, "mediaId" uuid, "senderMemberId" uuid, "idempotencyKey" text, origin text,
        purpose text, verdict jsonb, "sendAt" timestamptz, "waitsForDelivery" boolean, "batchId" uuid)`,
    ),
  );
  const otherFiles = messages.flatMap(({ id, content }) =>
    listMediaReferences(content)
      .filter(({ mediaId }) => mediaId !== mainFileOf(content))
      .map(({ mediaId }) => ({ messageId: id, mediaId })),
  );
  if (otherFiles.length > 0) await insertMessageFiles(tx, otherFiles);
}

function mainFileOf(content: SendableContent): string | null {
  return 'mediaId' in content ? content.mediaId : null;
}

/** Files in headers and on cards, so that whoever clears up files finds what still needs them. */
async function insertMessageFiles(
  tx: TenantTransaction,
  files: readonly { readonly messageId: string; readonly mediaId: string }[],
): Promise<void> {
  await tx.execute(
    named(
      'outbound_insert_files',
      sql`
      insert into message_files (workspace_id, message_id, media_id)
      select ${tx.workspaceId}, file.message_id, file.media_id
      from unnest(${files.map(({ messageId }) => messageId)}::uuid[], ${files.map(({ mediaId }) => mediaId)}::uuid[])
        as file (message_id, media_id)
      on conflict do nothing`,
    ),
  );
}

/** A reaction is shown on its target, so it is not the last message of a conversation. */
export async function showAsLastMessages(
  tx: TenantTransaction,
  messages: readonly { readonly conversationId: string; readonly messageId: string }[],
  at: Date,
): Promise<void> {
  await tx.execute(
    named(
      'outbound_last_messages',
      sql`
      update conversations c set last_message_id = m.message_id, last_message_at = ${at}, state = 'open'
      from unnest(${messages.map(({ conversationId }) => conversationId)}::uuid[],
        ${messages.map(({ messageId }) => messageId)}::uuid[]) as m (conversation_id, message_id)
      where c.workspace_id = ${tx.workspaceId} and c.id = m.conversation_id
        and (c.last_message_at is null or c.last_message_at <= ${at})`,
    ),
  );
}

export interface ResendableMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly direction: string;
  readonly state: string;
  readonly content: SendableContent;
  /** Null: queued before anybody asked through which door. */
  readonly origin: SendOrigin | null;
}

export async function lockMessage(
  tx: TenantTransaction,
  messageId: string,
): Promise<ResendableMessage | undefined> {
  const [row] = await tx.query<ResendableMessage>(sql`
    select id, conversation_id as "conversationId", direction, state, content, origin from messages
    where workspace_id = ${tx.workspaceId} and id = ${messageId} for update`);
  return row;
}

/**
 * A refused send keeps no id at the provider: the next attempt gets a new one. What a machine said is from now on what the
 * person says who decided it.
 */
export async function queueAgain(
  tx: TenantTransaction,
  messageId: string,
  problem: Problem | null,
): Promise<void> {
  await tx.execute(sql`
    update messages set state = 'queued', failure = ${problem && JSON.stringify(problem)}, provider_message_id = null,
      dismissed_at = null, origin = case when origin in ('automation', 'assistant') then 'inbox' else origin end
    where workspace_id = ${tx.workspaceId} and id = ${messageId}`);
}

/** The conversation's unread count becomes 0; false when it was. */
export async function clearUnread(tx: TenantTransaction, conversationId: string): Promise<boolean> {
  const changed = await tx.execute(sql`
    update conversations set unread_count = 0
    where workspace_id = ${tx.workspaceId} and id = ${conversationId} and unread_count > 0`);
  return changed > 0;
}

/** What is going on at channels: sends that wait, and when a customer last wrote. */
export async function readTraffic(
  tx: TenantTransaction,
  channelIds: readonly string[],
): Promise<
  readonly {
    readonly channelId: string;
    readonly queuedCount: number;
    readonly lastInboundAt: Date | null;
  }[]
> {
  return tx.query(sql`
    select id as "channelId",
      (select count(*)::integer from outbox where workspace_id = ${tx.workspaceId} and channel_id = channel.id) as "queuedCount",
      (select max(last_inbound_at) from conversations
       where workspace_id = ${tx.workspaceId} and channel_id = channel.id) as "lastInboundAt"
    from unnest(${channelIds}::uuid[]) as channel (id)`);
}
