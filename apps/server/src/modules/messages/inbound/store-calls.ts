import type { ContentOf } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';
import { type MessagePlace, placeKey } from './store-messages.ts';

/** A call that is in its conversation already. */
export interface KnownCall {
  readonly id: string;
  readonly conversationId: string;
  readonly content: ContentOf<'call'>;
  readonly startedAt: Date;
}

/** SQL over the `messages` that are calls: they change as the call goes on. By `channelId callId`, locked. */
export async function readCalls(
  transaction: TenantTransaction,
  places: readonly MessagePlace[],
): Promise<ReadonlyMap<string, KnownCall>> {
  const rows = await transaction.query<KnownCall & { readonly channelId: string; readonly callId: string }>(
    named(
      'read_calls',
      sql`select message.id, message.conversation_id as "conversationId", message.content,
                 message.shown_at as "startedAt", message.channel_id as "channelId",
                 message.provider_message_id as "callId"
          from messages message
          where message.workspace_id = ${transaction.workspaceId} and message.kind = 'call'
            and (message.channel_id, message.provider_message_id) in (
              select * from unnest(${places.map((place) => place.channelId)}::uuid[],
                                   ${places.map((place) => place.providerMessageId)}::text[]))
          order by message.id for update`,
    ),
  );
  return new Map(
    rows.map((row) => [placeKey({ channelId: row.channelId, providerMessageId: row.callId }), row]),
  );
}

export async function updateCalls(
  transaction: TenantTransaction,
  calls: readonly Pick<KnownCall, 'id' | 'content' | 'startedAt'>[],
): Promise<void> {
  if (calls.length === 0) return;
  await transaction.execute(
    named(
      'update_calls',
      sql`update messages message
          set content = item.content, shown_at = item.started_at, provider_at = item.started_at
          from unnest(${calls.map((call) => call.id)}::uuid[],
                      ${calls.map((call) => JSON.stringify(call.content))}::jsonb[],
                      ${calls.map((call) => call.startedAt)}::timestamptz[]) as item (id, content, started_at)
          where message.workspace_id = ${transaction.workspaceId} and message.id = item.id`,
    ),
  );
}
