import type { Content, Message } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';

/** The inbound writing half of `messages` and `reactions`. */
export interface NewMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly direction: 'inbound' | 'echo';
  readonly content: Content;
  readonly preview: string;
  readonly providerMessageId: string;
  readonly sentAt: Date;
  readonly replyToProviderMessageId: string | null;
  readonly forwarded: Message['forwarded'];
  readonly mediaId: string | null;
  /** What stands around the content, as the API gives it; null where there is nothing of it. */
  readonly referral: Message['referral'];
  readonly referredProduct: Message['referredProduct'];
  readonly participant: Message['participant'];
}

/** Inserts what is not there yet, numbered in the order given; gives the ids of those. */
export async function insertMessages(
  transaction: TenantTransaction,
  messages: readonly NewMessage[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<{ id: string }>(
    named(
      'insert_received_messages',
      sql`insert into messages
            (workspace_id, id, conversation_id, channel_id, contact_id, direction, kind, content, preview, state,
             provider_message_id, provider_at, shown_at, arrival, reply_to_provider_message_id, forwarded,
             forwarded_often, media_id, referral, referred_product, participant, created_at)
          select ${transaction.workspaceId}, id, conversation_id, channel_id, contact_id, direction,
                 content ->> 'kind', content, preview, case direction when 'echo' then 'sent' else 'received' end,
                 provider_message_id, sent_at, sent_at, nextval('message_arrival'), reply_to, forwarded <> 'no',
                 forwarded = 'often', media_id, referral, referred_product, participant, ${now}
          from (
            select * from unnest(
              ${messages.map((message) => message.id)}::uuid[],
              ${messages.map((message) => message.conversationId)}::uuid[],
              ${messages.map((message) => message.channelId)}::uuid[],
              ${messages.map((message) => message.contactId)}::uuid[],
              ${messages.map((message) => message.direction)}::text[],
              ${messages.map((message) => JSON.stringify(message.content))}::jsonb[],
              ${messages.map((message) => message.preview)}::text[],
              ${messages.map((message) => message.providerMessageId)}::text[],
              ${messages.map((message) => message.sentAt)}::timestamptz[],
              ${messages.map((message) => message.replyToProviderMessageId)}::text[],
              ${messages.map((message) => message.forwarded)}::text[],
              ${messages.map((message) => message.mediaId)}::uuid[],
              ${messages.map((message) => toJson(message.referral))}::jsonb[],
              ${messages.map((message) => toJson(message.referredProduct))}::jsonb[],
              ${messages.map((message) => toJson(message.participant))}::jsonb[])
            with ordinality as item (id, conversation_id, channel_id, contact_id, direction, content, preview,
              provider_message_id, sent_at, reply_to, forwarded, media_id, referral, referred_product, participant,
              position)
            order by position
          ) as item
          on conflict (workspace_id, channel_id, provider_message_id) where provider_message_id is not null do nothing
          returning id`,
    ),
  );
  return new Set(rows.map((row) => row.id));
}

function toJson(value: object | null): string | null {
  return value && JSON.stringify(value);
}

export interface MessagePlace {
  readonly channelId: string;
  readonly providerMessageId: string;
}

/** Ids of messages the provider speaks of, by `channelId providerMessageId`; those we do not have are left out. */
export async function findMessageIds(
  transaction: TenantTransaction,
  places: readonly MessagePlace[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly conversationId: string }>> {
  if (places.length === 0) return new Map();
  const rows = await transaction.query<{
    id: string;
    conversation_id: string;
    channel_id: string;
    provider_message_id: string;
  }>(
    named(
      'find_messages_by_provider_id',
      sql`select message.id, message.conversation_id, message.channel_id, message.provider_message_id
          from unnest(${places.map((place) => place.channelId)}::uuid[],
                      ${places.map((place) => place.providerMessageId)}::text[])
            as wanted (channel_id, provider_message_id)
          join messages message on message.workspace_id = ${transaction.workspaceId}
            and message.channel_id = wanted.channel_id
            and message.provider_message_id = wanted.provider_message_id`,
    ),
  );
  return new Map(
    rows.map((row) => [
      placeKey({ channelId: row.channel_id, providerMessageId: row.provider_message_id }),
      { id: row.id, conversationId: row.conversation_id },
    ]),
  );
}

export function placeKey({ channelId, providerMessageId }: MessagePlace): string {
  return `${channelId} ${providerMessageId}`;
}

export interface NewReaction {
  readonly channelId: string;
  readonly targetProviderMessageId: string;
  readonly author: 'contact' | 'business';
  /** The member of a group; '' outside of groups. */
  readonly participant: string;
  /** null: taken back. */
  readonly emoji: string | null;
  readonly reactedAt: Date;
}

/** One reaction per author, or member of a group, and message: the provider's latest counts. At most one of each in `reactions`. */
export async function upsertReactions(
  transaction: TenantTransaction,
  reactions: readonly NewReaction[],
): Promise<void> {
  if (reactions.length === 0) return;
  await transaction.execute(
    named(
      'upsert_reactions',
      sql`insert into reactions
            (workspace_id, channel_id, target_provider_message_id, author, participant, emoji, reacted_at)
          select ${transaction.workspaceId}, item.*
          from unnest(${reactions.map((reaction) => reaction.channelId)}::uuid[],
                      ${reactions.map((reaction) => reaction.targetProviderMessageId)}::text[],
                      ${reactions.map((reaction) => reaction.author)}::text[],
                      ${reactions.map((reaction) => reaction.participant)}::text[],
                      ${reactions.map((reaction) => reaction.emoji)}::text[],
                      ${reactions.map((reaction) => reaction.reactedAt)}::timestamptz[]) as item
          on conflict (workspace_id, channel_id, target_provider_message_id, author, participant) do update
            set emoji = excluded.emoji, reacted_at = excluded.reacted_at
            where excluded.reacted_at >= reactions.reacted_at`,
    ),
  );
}
