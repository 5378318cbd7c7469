import type { ContentKind, Conversation, MessageState } from '@renkei/contract';
import { sql, type TenantTransaction } from '#platform/database';

/** SQL over the read model `inbox_conversations`. */
export interface ConversationRow {
  readonly id: string;
  readonly channel_id: string;
  readonly contact_id: string;
  readonly state: Conversation['state'];
  readonly assignee_id: string | null;
  readonly assignee_name: string | null;
  readonly unread_count: number;
  readonly last_inbound_at: Date | null;
  readonly window_closes_at: Date | null;
  /** As text: a cursor must not lose microseconds. */
  readonly last_message_at: string | null;
  readonly message_id: string | null;
  readonly message_direction: NonNullable<Conversation['lastMessage']>['direction'] | null;
  readonly message_kind: ContentKind | null;
  readonly message_preview: string | null;
  readonly message_state: MessageState | null;
  readonly message_shown_at: Date | null;
  readonly given_name: string | null;
  readonly profile_name: string | null;
  readonly username: string | null;
  readonly phone_number: string | null;
  readonly recipient_user_id: string | null;
  readonly recipient_group_id: string | null;
  readonly channel_name: string;
  readonly channel_display_phone_number: string;
}

export type ConversationFilter = 'all' | 'unread' | 'mine' | 'unassigned' | 'closed';

export interface ConversationPage {
  readonly filter: ConversationFilter;
  readonly memberId: string;
  readonly channelId: string | undefined;
  readonly before: { readonly lastMessageAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Conversations with a message, newest message first. Closed ones only when asked for. */
export async function readConversationPage(
  transaction: TenantTransaction,
  { filter, memberId, channelId, before, limit }: ConversationPage,
): Promise<readonly ConversationRow[]> {
  return transaction.query<ConversationRow>(
    sql`select *, last_message_at::text as last_message_at from inbox_conversations
        where workspace_id = ${transaction.workspaceId} and last_message_at is not null
          and (state = 'closed') = (${filter}::text = 'closed')
          and (${filter}::text <> 'unread' or unread_count > 0)
          and (${filter}::text <> 'mine' or assignee_id = ${memberId})
          and (${filter}::text <> 'unassigned' or assignee_id is null)
          and (${channelId ?? null}::uuid is null or channel_id = ${channelId ?? null})
          and (${before?.lastMessageAt ?? null}::timestamptz is null
               or (last_message_at, id) < (${before?.lastMessageAt ?? null}::timestamptz, ${before?.id ?? null}::uuid))
        order by inbox_conversations.last_message_at desc, id desc limit ${limit}`,
  );
}

/** Conversations whose contact's name or number contains the text. */
export async function findByPerson(
  transaction: TenantTransaction,
  query: { readonly pattern: string; readonly digits: string; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    sql`select id from inbox_conversations
        where workspace_id = ${transaction.workspaceId}
          and (lower(normalize(concat_ws(' ', given_name, profile_name, username), NFKC)) like ${query.pattern}
               or (${query.digits} <> '' and phone_number like '%' || ${query.digits} || '%'))
        order by last_message_at desc nulls last limit ${query.limit}`,
  );
  return rows.map((row) => row.id);
}

export async function readConversations(
  transaction: TenantTransaction,
  conversationIds: readonly string[],
): Promise<readonly ConversationRow[]> {
  return transaction.query<ConversationRow>(
    sql`select *, last_message_at::text as last_message_at from inbox_conversations
        where workspace_id = ${transaction.workspaceId} and id = any (${conversationIds}::uuid[])
        order by inbox_conversations.last_message_at desc nulls last, id desc`,
  );
}
