import { named, sql, type TenantTransaction } from '#platform/database';

/** The writing half of `conversations`. */
export interface ConversationKey {
  readonly channelId: string;
  readonly contactId: string;
}

export interface ConversationRecipient {
  /** Digits exactly as the provider wrote them last. */
  readonly phone: string | null;
  readonly userId: string | null;
  /** Of a group, which has neither. */
  readonly groupId?: string | null;
}

/** Makes what is missing. Gives the id of every conversation asked for, by `channelId contactId`. */
export async function ensureConversationRows(
  transaction: TenantTransaction,
  wanted: readonly (ConversationKey & { readonly id: string; readonly recipient: ConversationRecipient })[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const channelIds = wanted.map((item) => item.channelId);
  const contactIds = wanted.map((item) => item.contactId);
  const find = () =>
    transaction.query<{ id: string; channel_id: string; contact_id: string }>(
      named(
        'find_conversations',
        sql`select conversation.id, conversation.channel_id, conversation.contact_id
            from unnest(${channelIds}::uuid[], ${contactIds}::uuid[]) as wanted (channel_id, contact_id)
            join conversations conversation on conversation.workspace_id = ${transaction.workspaceId}
              and conversation.channel_id = wanted.channel_id and conversation.contact_id = wanted.contact_id`,
      ),
    );
  const found = await find();
  if (found.length === wanted.length) return byKey(found);
  await transaction.execute(
    named(
      'insert_conversations',
      sql`insert into conversations
            (workspace_id, id, channel_id, contact_id, recipient_phone, recipient_user_id, recipient_group_id,
             created_at)
          select ${transaction.workspaceId}, item.*, ${now}
          from unnest(${wanted.map((item) => item.id)}::uuid[], ${channelIds}::uuid[], ${contactIds}::uuid[],
                      ${wanted.map((item) => item.recipient.phone)}::text[],
                      ${wanted.map((item) => item.recipient.userId)}::text[],
                      ${wanted.map((item) => item.recipient.groupId ?? null)}::text[]) as item
          on conflict (workspace_id, channel_id, contact_id) do nothing`,
    ),
  );
  return byKey(await find());
}

export function conversationKey({ channelId, contactId }: ConversationKey): string {
  return `${channelId} ${contactId}`;
}

function byKey(rows: readonly { id: string; channel_id: string; contact_id: string }[]) {
  return new Map(
    rows.map((row) => [conversationKey({ channelId: row.channel_id, contactId: row.contact_id }), row.id]),
  );
}

/** What new messages change of a conversation. */
export interface ConversationAdvance {
  readonly conversationId: string;
  readonly unread: number;
  /** The last that the customer said. */
  readonly lastInbound: { readonly at: Date; readonly providerMessageId: string } | undefined;
  /** Under which ids the customer was told of last. */
  readonly recipient: (ConversationRecipient & { readonly at: Date }) | undefined;
  readonly windowClosesAt: Date | null;
  readonly lastMessage: { readonly id: string; readonly at: Date };
}

/** Everything here only moves forward, so late messages change nothing that later ones have said. */
export async function advanceConversations(
  transaction: TenantTransaction,
  advances: readonly ConversationAdvance[],
): Promise<void> {
  if (advances.length === 0) return;
  const inbound = advances.map((advance) => advance.lastInbound);
  const recipients = advances.map((advance) => advance.recipient);
  await transaction.execute(
    named(
      'advance_conversations',
      sql`update conversations c set
            unread_count = c.unread_count + item.unread,
            state = case when item.unread > 0 then 'open' else c.state end,
            last_inbound_at = greatest(c.last_inbound_at, item.inbound_at),
            last_inbound_provider_message_id =
              case when later.inbound then item.inbound_id else c.last_inbound_provider_message_id end,
            recipient_phone = case when later.recipient then item.phone else c.recipient_phone end,
            recipient_user_id = case when later.recipient then item.user_id else c.recipient_user_id end,
            recipient_seen_at = greatest(c.recipient_seen_at, item.recipient_at),
            window_closes_at = greatest(c.window_closes_at, item.window_closes_at),
            last_message_id = case when later.shown then item.message_id else c.last_message_id end,
            last_message_at = greatest(c.last_message_at, item.message_at)
          from unnest(${advances.map((advance) => advance.conversationId)}::uuid[],
                      ${advances.map((advance) => advance.unread)}::int[],
                      ${inbound.map((last) => last?.at ?? null)}::timestamptz[],
                      ${inbound.map((last) => last?.providerMessageId ?? null)}::text[],
                      ${recipients.map((recipient) => recipient?.at ?? null)}::timestamptz[],
                      ${recipients.map((recipient) => recipient?.phone ?? null)}::text[],
                      ${recipients.map((recipient) => recipient?.userId ?? null)}::text[],
                      ${advances.map((advance) => advance.windowClosesAt)}::timestamptz[],
                      ${advances.map((advance) => advance.lastMessage.id)}::uuid[],
                      ${advances.map((advance) => advance.lastMessage.at)}::timestamptz[])
            as item (id, unread, inbound_at, inbound_id, recipient_at, phone, user_id, window_closes_at, message_id, message_at)
          join conversations before on before.workspace_id = ${transaction.workspaceId} and before.id = item.id
          cross join lateral (select
            coalesce(item.inbound_at >= before.last_inbound_at, item.inbound_at is not null) as inbound,
            coalesce(item.recipient_at >= before.recipient_seen_at, item.recipient_at is not null) as recipient,
            coalesce(item.message_at >= before.last_message_at, true) as shown) as later
          where c.workspace_id = ${transaction.workspaceId} and c.id = item.id`,
    ),
  );
}

export interface MovedConversation {
  readonly from: string;
  /** null: the contact that stays had none on that channel, so the conversation itself has moved to it. */
  readonly into: string | null;
}

/** Gives conversations of merged contacts to those who stay; where both had one on a channel, tells which are two. */
export async function moveConversationRows(
  transaction: TenantTransaction,
  merge: { readonly from: string; readonly into: string },
): Promise<readonly MovedConversation[]> {
  const rows = await transaction.query<{ id: string; kept_id: string | null }>(
    sql`select moved.id, kept.id as kept_id from conversations moved
        left join conversations kept on kept.workspace_id = moved.workspace_id
          and kept.channel_id = moved.channel_id and kept.contact_id = ${merge.into}
        where moved.workspace_id = ${transaction.workspaceId} and moved.contact_id = ${merge.from}
        order by moved.id for update of moved`,
  );
  await transaction.execute(
    sql`update conversations set contact_id = ${merge.into}
        where workspace_id = ${transaction.workspaceId}
          and id = any(${rows.filter((row) => row.kept_id === null).map((row) => row.id)}::uuid[])`,
  );
  await transaction.execute(
    sql`update messages set contact_id = ${merge.into}
        where workspace_id = ${transaction.workspaceId} and contact_id = ${merge.from}
          and conversation_id = any(${rows.map((row) => row.id)}::uuid[])`,
  );
  return rows.map((row) => ({ from: row.id, into: row.kept_id }));
}

/** Makes one conversation of two: messages, counts and the latest of everything. */
export async function foldConversation(
  transaction: TenantTransaction,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  const { workspaceId } = transaction;
  await transaction.execute(
    sql`update messages set conversation_id = ${into}
        where workspace_id = ${workspaceId} and conversation_id = ${from}`,
  );
  await transaction.execute(
    sql`update conversations kept set
          unread_count = kept.unread_count + gone.unread_count,
          state = case when 'open' in (kept.state, gone.state) then 'open' else 'closed' end,
          assignee_id = coalesce(kept.assignee_id, gone.assignee_id),
          last_inbound_at = greatest(kept.last_inbound_at, gone.last_inbound_at),
          last_inbound_provider_message_id = case when later.inbound
            then gone.last_inbound_provider_message_id else kept.last_inbound_provider_message_id end,
          recipient_phone = case when later.recipient then gone.recipient_phone else kept.recipient_phone end,
          recipient_user_id = case when later.recipient then gone.recipient_user_id else kept.recipient_user_id end,
          recipient_seen_at = greatest(kept.recipient_seen_at, gone.recipient_seen_at),
          window_closes_at = greatest(kept.window_closes_at, gone.window_closes_at),
          last_message_id = case when later.shown then gone.last_message_id else kept.last_message_id end,
          last_message_at = greatest(kept.last_message_at, gone.last_message_at)
        from conversations gone
        join conversations before on before.workspace_id = ${workspaceId} and before.id = ${into}
        cross join lateral (select
          coalesce(gone.last_inbound_at > before.last_inbound_at, before.last_inbound_at is null) as inbound,
          coalesce(gone.recipient_seen_at > before.recipient_seen_at, before.recipient_seen_at is null) as recipient,
          coalesce(gone.last_message_at > before.last_message_at, before.last_message_at is null) as shown) as later
        where kept.workspace_id = ${workspaceId} and kept.id = ${into}
          and gone.workspace_id = ${workspaceId} and gone.id = ${from}`,
  );
  await transaction.execute(
    sql`delete from conversations where workspace_id = ${workspaceId} and id = ${from}`,
  );
}

/** What members decide about a conversation; a part that is left out stays as it is. */
export async function changeConversation(
  transaction: TenantTransaction,
  conversationId: string,
  change: { readonly assigneeId?: string | null; readonly state?: 'open' | 'closed' },
): Promise<void> {
  const { assigneeId, state } = change;
  await transaction.execute(
    sql`update conversations set
          assignee_id = case when ${assigneeId !== undefined} then ${assigneeId ?? null} else assignee_id end,
          state = coalesce(${state ?? null}, state)
        where workspace_id = ${transaction.workspaceId} and id = ${conversationId}`,
  );
}
