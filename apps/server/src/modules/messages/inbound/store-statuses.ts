import type { MessageState, Problem } from '@renkei/contract';
import type { ProviderRefusal } from '#modules/channels';
import { named, sql, type TenantTransaction } from '#platform/database';
import type { MessagePlace } from './store-messages.ts';

/** All SQL over `message_statuses`, and what statuses change of `messages`. */
export interface NewStatus extends MessagePlace {
  readonly status: string;
  readonly recipient: string;
  readonly groupId: string | null;
  readonly attemptKey: string | null;
  readonly toldAt: Date;
  readonly refusals: readonly ProviderRefusal[];
  readonly pricing: unknown;
}

/** Keeps what was not told before; gives the places of those. */
function insertStatuses(
  transaction: TenantTransaction,
  statuses: readonly NewStatus[],
  now: Date,
): Promise<readonly { channel_id: string; provider_message_id: string; attempt_key: string | null }[]> {
  return transaction.query(
    named(
      'insert_message_statuses',
      sql`insert into message_statuses
            (workspace_id, channel_id, provider_message_id, status, recipient, group_id, attempt_key, provider_at,
             errors, pricing, created_at)
          select ${transaction.workspaceId}, item.*, ${now}
          from unnest(${statuses.map((status) => status.channelId)}::uuid[],
                      ${statuses.map((status) => status.providerMessageId)}::text[],
                      ${statuses.map((status) => status.status)}::text[],
                      ${statuses.map((status) => status.recipient)}::text[],
                      ${statuses.map((status) => status.groupId)}::text[],
                      ${statuses.map((status) => status.attemptKey)}::text[],
                      ${statuses.map((status) => status.toldAt)}::timestamptz[],
                      ${statuses.map((status) =>
                        status.refusals.length === 0 ? null : JSON.stringify(status.refusals),
                      )}::jsonb[],
                      ${statuses.map((status) =>
                        status.pricing === null ? null : JSON.stringify(status.pricing),
                      )}::jsonb[]) as item
          on conflict do nothing
          returning channel_id, provider_message_id, attempt_key`,
    ),
  );
}

export interface MessageWithStatuses {
  readonly id: string;
  readonly conversation_id: string;
  readonly contact_id: string;
  readonly channel_id: string;
  /** Null: it is no template. */
  readonly template_name: string | null;
  readonly state: MessageState;
  readonly failure: Problem | null;
  readonly is_last: boolean;
  /** Later messages of the conversation wait until this one is delivered. */
  readonly is_awaited: boolean;
  readonly statuses: readonly {
    readonly status: string;
    /** What `parseStoredRefusals` reads. */
    readonly errors: unknown;
    readonly participant: string | null;
    /** ISO 8601, by the provider's clock. */
    readonly told_at: string;
  }[];
}

/** Messages of ours at these places with everything that was ever told about them, locked. */
function readMessagesWithStatuses(
  transaction: TenantTransaction,
  places: readonly MessagePlace[],
): Promise<readonly MessageWithStatuses[]> {
  return transaction.query<MessageWithStatuses>(
    named(
      'read_messages_with_statuses',
      sql`select message.id, message.conversation_id, message.contact_id, message.channel_id,
                 case message.kind when 'template' then message.content ->> 'name' end as template_name,
                 message.state, message.failure,
                 exists (select from conversations conversation
                         where conversation.workspace_id = message.workspace_id
                           and conversation.id = message.conversation_id
                           and conversation.last_message_id = message.id) as is_last,
                 exists (select from outbox waiting
                         where waiting.workspace_id = message.workspace_id and waiting.message_id = message.id
                           and waiting.state = 'awaiting') as is_awaited,
                 (select coalesce(jsonb_agg(jsonb_build_object('status', told.status, 'errors', told.errors,
                     'told_at', told.provider_at, 'participant', case when told.group_id <> told.recipient then told.recipient end)), '[]')
                  from message_statuses told
                  where told.workspace_id = message.workspace_id and told.channel_id = message.channel_id
                    and told.provider_message_id = message.provider_message_id) as statuses
          from unnest(${places.map((place) => place.channelId)}::uuid[],
                      ${places.map((place) => place.providerMessageId)}::text[])
            as wanted (channel_id, provider_message_id)
          join messages message on message.workspace_id = ${transaction.workspaceId}
            and message.channel_id = wanted.channel_id
            and message.provider_message_id = wanted.provider_message_id and message.direction <> 'inbound'
          order by message.id for update of message`,
    ),
  );
}

async function updateMessageStates(
  transaction: TenantTransaction,
  changes: readonly {
    readonly id: string;
    readonly state: MessageState;
    readonly failure: Problem | null;
  }[],
): Promise<void> {
  if (changes.length === 0) return;
  await transaction.execute(
    named(
      'update_message_states',
      sql`update messages message set state = item.state, failure = item.failure
          from unnest(${changes.map((change) => change.id)}::uuid[],
                      ${changes.map((change) => change.state)}::text[],
                      ${changes.map((change) =>
                        change.failure === null ? null : JSON.stringify(change.failure),
                      )}::jsonb[]) as item (id, state, failure)
          where message.workspace_id = ${transaction.workspaceId} and message.id = item.id`,
    ),
  );
}

/** What merging statuses keeps, as a port: PostgreSQL in the product, memory in the simulation. */
export const statusStore = Object.freeze({ insertStatuses, readMessagesWithStatuses, updateMessageStates });
export type StatusStore = typeof statusStore;
