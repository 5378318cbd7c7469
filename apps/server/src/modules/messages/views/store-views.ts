import type { Content, ContentKind, Message, MessageState, Problem } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';

export interface MessageRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly channel_id: string;
  readonly direction: Message['direction'];
  readonly content: Content;
  readonly state: MessageState;
  readonly failure: Problem | null;
  readonly provider_message_id: string | null;
  readonly shown_at: Date;
  readonly reply_to_provider_message_id: string | null;
  readonly forwarded: boolean;
  readonly forwarded_often: boolean;
  readonly referral: Message['referral'];
  readonly referred_product: Message['referredProduct'];
  readonly participant: Message['participant'];
  readonly earlier_versions: Message['earlierVersions'] | null;
  readonly revoked_at: Date | null;
  readonly media_id: string | null;
  readonly sender_member_id: string | null;
  readonly send_at: Date | null;
  /** Of what is not finished: where its outbox row is, and what holds it. */
  readonly queue_state: string | null;
  readonly hold_reason: string | null;
  readonly held_until: Date | null;
  readonly quote_id: string | null;
  readonly quote_direction: Message['direction'] | null;
  readonly quote_kind: ContentKind | null;
  readonly quote_preview: string | null;
  readonly reactions: Message['reactions'];
}

/** Messages with the quoted one and the reactions, in the order of the ids. */
export async function readMessageRows(
  transaction: TenantTransaction,
  messageIds: readonly string[],
): Promise<readonly MessageRow[]> {
  return transaction.query<MessageRow>(
    named(
      'read_message_rows',
      sql`select message.id, message.conversation_id, message.channel_id, message.direction, message.content,
                 message.state, message.failure, message.provider_message_id, message.shown_at,
                 message.reply_to_provider_message_id, message.forwarded, message.forwarded_often, message.referral,
                 message.referred_product, message.participant, message.earlier_versions, message.revoked_at,
                 message.media_id, message.sender_member_id, message.send_at,
                 waiting.state as queue_state, waiting.hold_reason, waiting.not_before as held_until,
                 quote.id as quote_id, quote.direction as quote_direction, quote.kind as quote_kind,
                 quote.preview as quote_preview,
                 (select coalesce(jsonb_agg(jsonb_build_object('author', author, 'emoji', emoji) order by reacted_at), '[]')
                  from reactions
                  where reactions.workspace_id = message.workspace_id and reactions.channel_id = message.channel_id
                    and reactions.target_provider_message_id = message.provider_message_id and emoji is not null) as reactions
          from unnest(${messageIds}::uuid[]) with ordinality as wanted (id, position)
          join messages message on message.workspace_id = ${transaction.workspaceId} and message.id = wanted.id
          left join outbox waiting on message.state = 'queued' and waiting.workspace_id = message.workspace_id
            and waiting.message_id = message.id
          left join messages quote
            on quote.workspace_id = message.workspace_id and quote.channel_id = message.channel_id
            and quote.provider_message_id = message.reply_to_provider_message_id
          order by wanted.position`,
    ),
  );
}

/** As it was kept; null: nobody asked the gate. */
export async function readVerdict(transaction: TenantTransaction, messageId: string): Promise<unknown> {
  const [row] = await transaction.query<{ verdict: unknown }>(
    named(
      'read_message_verdict',
      sql`select verdict from messages where workspace_id = ${transaction.workspaceId} and id = ${messageId}`,
    ),
  );
  return row?.verdict ?? null;
}

export interface ThreadPlace {
  readonly shownAt: string;
  readonly arrival: string;
}

/** Ids of a conversation's messages, newest first, from a place on. Reactions live on their target and are left out. */
export async function readThreadPage(
  transaction: TenantTransaction,
  page: { readonly conversationId: string; readonly before: ThreadPlace | undefined; readonly limit: number },
): Promise<readonly { readonly id: string; readonly shown_at: string; readonly arrival: string }[]> {
  const { before } = page;
  return transaction.query<{ id: string; shown_at: string; arrival: string }>(
    named(
      'read_thread_page',
      sql`select id, shown_at::text as shown_at, arrival from messages
          where workspace_id = ${transaction.workspaceId} and conversation_id = ${page.conversationId}
            and kind <> 'reaction'
            and (${before?.shownAt ?? null}::timestamptz is null
                 or (shown_at, arrival) < (${before?.shownAt ?? null}::timestamptz, ${before?.arrival ?? null}::bigint))
          order by shown_at desc, arrival desc limit ${page.limit}`,
    ),
  );
}
