/** The SQL with which sending changes messages and reactions. */
import { named, sql, type TenantTransaction } from '#platform/database';
import type { AcceptedAttempt } from './store-attempts.ts';
import type { MessageOutcome } from './store-outbox.ts';

export interface ChangedMessage {
  readonly messageId: string;
  readonly conversationId: string;
}

/** Gives messages the id the provider knows them by; those that have one already are left alone. */
export function markSent(
  tx: TenantTransaction,
  accepted: readonly AcceptedAttempt[],
): Promise<readonly (ChangedMessage & { readonly channelId: string; readonly providerMessageId: string })[]> {
  return tx.query(
    named(
      'messages_sent',
      sql`
      update messages m set state = 'sent', failure = null, provider_message_id = n.provider_message_id
      from unnest(${accepted.map(({ messageId }) => messageId)}::uuid[],
        ${accepted.map(({ providerMessageId }) => providerMessageId)}::text[]) as n (message_id, provider_message_id)
      where m.workspace_id = ${tx.workspaceId} and m.id = n.message_id and m.provider_message_id is null
      returning m.id as "messageId", m.conversation_id as "conversationId", m.channel_id as "channelId",
        m.provider_message_id as "providerMessageId"`,
    ),
  );
}

export function writeOutcomes(
  tx: TenantTransaction,
  outcomes: readonly MessageOutcome[],
): Promise<readonly ChangedMessage[]> {
  return tx.query<ChangedMessage>(
    named(
      'messages_outcomes',
      sql`
      update messages m set state = n.state, failure = n.problem
      from unnest(${outcomes.map(({ messageId }) => messageId)}::uuid[], ${outcomes.map(({ state }) => state)}::text[],
        ${outcomes.map(({ problem }) => problem && JSON.stringify(problem))}::jsonb[]) as n (message_id, state, problem)
      where m.workspace_id = ${tx.workspaceId} and m.id = n.message_id and m.provider_message_id is null
      returning m.id as "messageId", m.conversation_id as "conversationId"`,
    ),
  );
}

/** A sent reaction shows on its target. An older one that is learned of late does not replace a newer one. */
export function applyReactions(
  tx: TenantTransaction,
  messageIds: readonly string[],
): Promise<readonly ChangedMessage[]> {
  return tx.query<ChangedMessage>(
    named(
      'reactions_apply',
      sql`
      with sent as (
        select distinct on (target.id) target.id as message_id, target.conversation_id, target.channel_id,
          target.provider_message_id, reaction.content ->> 'emoji' as emoji, reaction.shown_at
        from messages reaction
        join messages target on target.workspace_id = reaction.workspace_id
          and target.id = (reaction.content ->> 'targetMessageId')::uuid
        where reaction.workspace_id = ${tx.workspaceId} and reaction.id = any(${messageIds}::uuid[])
          and reaction.kind = 'reaction' and target.provider_message_id is not null
        order by target.id, reaction.shown_at desc, reaction.arrival desc),
      applied as (
        insert into reactions as r (workspace_id, channel_id, target_provider_message_id, author, emoji, reacted_at)
        select ${tx.workspaceId}, channel_id, provider_message_id, 'business', emoji, shown_at from sent
        on conflict (workspace_id, channel_id, target_provider_message_id, author, participant) do update set
          emoji = excluded.emoji, reacted_at = excluded.reacted_at
        where r.reacted_at <= excluded.reacted_at
        returning target_provider_message_id)
      select message_id as "messageId", conversation_id as "conversationId" from sent
      where provider_message_id in (select target_provider_message_id from applied)`,
    ),
  );
}
