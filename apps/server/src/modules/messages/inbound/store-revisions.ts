import type { Content } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';
import type { RevisedMessage, Revision } from './revise-content.ts';
import type { MessagePlace } from './store-messages.ts';

/** All SQL over `message_revisions`, and what they change of `messages`. */
export interface NewRevision {
  readonly channelId: string;
  readonly providerMessageId: string;
  readonly targetProviderMessageId: string;
  readonly direction: 'inbound' | 'echo';
  /** null: taken back. */
  readonly text: string | null;
  readonly revisedAt: Date;
}

/** Keeps what was not told before; gives the places of the messages that those are about. */
export async function insertRevisions(
  transaction: TenantTransaction,
  revisions: readonly NewRevision[],
  now: Date,
): Promise<readonly MessagePlace[]> {
  const rows = await transaction.query<{ channel_id: string; target_provider_message_id: string }>(
    named(
      'insert_message_revisions',
      sql`insert into message_revisions
            (workspace_id, channel_id, provider_message_id, target_provider_message_id, by_business, change, text,
             revised_at, created_at)
          select ${transaction.workspaceId}, channel_id, id, target, direction = 'echo',
                 case when text is null then 'revoke' else 'edit' end, text, revised_at, ${now}
          from unnest(${revisions.map((revision) => revision.channelId)}::uuid[],
                      ${revisions.map((revision) => revision.providerMessageId)}::text[],
                      ${revisions.map((revision) => revision.targetProviderMessageId)}::text[],
                      ${revisions.map((revision) => revision.direction)}::text[],
                      ${revisions.map((revision) => revision.text)}::text[],
                      ${revisions.map((revision) => revision.revisedAt)}::timestamptz[])
            as item (channel_id, id, target, direction, text, revised_at)
          on conflict do nothing
          returning channel_id, target_provider_message_id`,
    ),
  );
  return rows.map((row) => ({
    channelId: row.channel_id,
    providerMessageId: row.target_provider_message_id,
  }));
}

export interface RevisedRow {
  readonly id: string;
  readonly conversationId: string;
  readonly place: MessagePlace;
  readonly content: Content;
  readonly originalContent: Content | null;
  readonly isLast: boolean;
  readonly revisions: readonly Revision[];
}

/** Messages at these places that somebody has revised, locked, with all that was told about them by their sender. */
export async function readRevisedMessages(
  transaction: TenantTransaction,
  places: readonly MessagePlace[],
): Promise<readonly RevisedRow[]> {
  return transaction.query<RevisedRow & Record<string, unknown>>(
    named(
      'read_revised_messages',
      sql`select message.id, message.conversation_id as "conversationId",
                 jsonb_build_object('channelId', message.channel_id,
                                    'providerMessageId', message.provider_message_id) as place,
                 message.content, message.original_content as "originalContent",
                 exists (select from conversations conversation
                         where conversation.workspace_id = message.workspace_id
                           and conversation.id = message.conversation_id
                           and conversation.last_message_id = message.id) as "isLast",
                 told.revisions
          from unnest(${places.map((place) => place.channelId)}::uuid[],
                      ${places.map((place) => place.providerMessageId)}::text[])
            as wanted (channel_id, provider_message_id)
          join messages message on message.workspace_id = ${transaction.workspaceId}
            and message.channel_id = wanted.channel_id
            and message.provider_message_id = wanted.provider_message_id
          cross join lateral (
            select jsonb_agg(jsonb_build_object(
                     'providerMessageId', revision.provider_message_id,
                     'revisedAt', to_char(revision.revised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                     'text', case revision.change when 'edit' then coalesce(revision.text, '') end)) as revisions
            from message_revisions revision
            where revision.workspace_id = message.workspace_id and revision.channel_id = message.channel_id
              and revision.target_provider_message_id = message.provider_message_id
              and revision.by_business = (message.direction <> 'inbound')) as told
          where told.revisions is not null
          order by message.id for update of message`,
    ),
  );
}

export async function updateRevisedMessages(
  transaction: TenantTransaction,
  changes: readonly (RevisedMessage & {
    readonly row: RevisedRow;
    readonly preview: string;
    readonly originalContent: Content | null;
  })[],
): Promise<void> {
  await transaction.execute(
    named(
      'update_revised_messages',
      sql`update messages message set content = item.content, kind = item.content ->> 'kind', preview = item.preview,
            original_content = item.original, earlier_versions = item.earlier, revoked_at = item.revoked_at,
            media_id = case when item.revoked_at is null then message.media_id end
          from unnest(${changes.map(({ row }) => row.id)}::uuid[],
                      ${changes.map(({ content }) => JSON.stringify(content))}::jsonb[],
                      ${changes.map(({ preview }) => preview)}::text[],
                      ${changes.map(({ originalContent }) => originalContent && JSON.stringify(originalContent))}::jsonb[],
                      ${changes.map(({ earlierVersions }) => JSON.stringify(earlierVersions))}::jsonb[],
                      ${changes.map(({ revokedAt }) => revokedAt)}::timestamptz[])
            as item (id, content, preview, original, earlier, revoked_at)
          where message.workspace_id = ${transaction.workspaceId} and message.id = item.id`,
    ),
  );
}

/** Of messages that were taken back no text is kept. */
export async function eraseRevisedTexts(
  transaction: TenantTransaction,
  places: readonly MessagePlace[],
): Promise<void> {
  if (places.length === 0) return;
  await transaction.execute(
    named(
      'erase_revised_texts',
      sql`update message_revisions revision set text = null
          from unnest(${places.map((place) => place.channelId)}::uuid[],
                      ${places.map((place) => place.providerMessageId)}::text[]) as item (channel_id, target)
          where revision.workspace_id = ${transaction.workspaceId} and revision.channel_id = item.channel_id
            and revision.target_provider_message_id = item.target and revision.text is not null`,
    ),
  );
}
