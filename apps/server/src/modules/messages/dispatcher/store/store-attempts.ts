/** All SQL over attempts. */
import { named, sql, type TenantTransaction } from '#platform/database';
import type { ChannelLease } from './store-leases.ts';
import type { NewAttempt } from './store-outbox.ts';

export async function insertAttempts(
  tx: TenantTransaction,
  channelId: string,
  attempts: readonly NewAttempt[],
  at: Date,
): Promise<void> {
  await tx.execute(
    named(
      'attempts_insert',
      sql`
      insert into attempts (workspace_id, attempt_key, message_id, channel_id, state, dispatched_at)
      select ${tx.workspaceId}, a.attempt_key, a.message_id, ${channelId}, 'dispatched', ${at}
      from unnest(${attempts.map(({ messageId }) => messageId)}::uuid[],
        ${attempts.map(({ attemptKey }) => attemptKey)}::text[]) as a (message_id, attempt_key)`,
    ),
  );
}

/**
 * Locks attempts in one order for everybody. Whoever changes attempts, outbox and messages together does so in this order
 * of tables, so that our own answers and the statuses that overtake them never wait for each other.
 */
export async function lockAttempts(tx: TenantTransaction, attemptKeys: readonly string[]): Promise<void> {
  await tx.execute(
    named(
      'attempts_lock',
      sql`
      select 1 from attempts where workspace_id = ${tx.workspaceId} and attempt_key = any(${attemptKeys}::text[])
      order by attempt_key for update`,
    ),
  );
}

/** Every attempt of a message, locked in the same order: whether one of them was accepted cannot change meanwhile. */
export async function lockAttemptsOf(tx: TenantTransaction, messageId: string): Promise<void> {
  await tx.execute(
    named(
      'attempts_lock_message',
      sql`
      select 1 from attempts where workspace_id = ${tx.workspaceId} and message_id = ${messageId}
      order by attempt_key for update`,
    ),
  );
}

/** The attempts of what an earlier owner of the channel left dispatched, locked in the same order. */
export async function lockOrphanedAttempts(tx: TenantTransaction, lease: ChannelLease): Promise<void> {
  await tx.execute(
    named(
      'attempts_lock_orphaned',
      sql`
      select 1 from attempts where workspace_id = ${tx.workspaceId} and attempt_key in (
        select attempt_key from outbox
        where workspace_id = ${tx.workspaceId} and channel_id = ${lease.channelId} and state = 'dispatched'
          and fence < ${lease.fence})
      order by attempt_key for update`,
    ),
  );
}

export interface Acceptance {
  readonly attemptKey: string;
  readonly providerMessageId: string;
}

export interface AcceptedAttempt extends Acceptance {
  readonly messageId: string;
  readonly channelId: string;
}

/** Attempts that were not known to be accepted until now. */
export function acceptAttempts(
  tx: TenantTransaction,
  acceptances: readonly Acceptance[],
  at: Date,
): Promise<readonly AcceptedAttempt[]> {
  return tx.query<AcceptedAttempt>(
    named(
      'attempts_accept',
      sql`
      update attempts a set state = 'accepted', provider_message_id = n.provider_message_id, error = null, answered_at = ${at}
      from unnest(${acceptances.map(({ attemptKey }) => attemptKey)}::text[],
        ${acceptances.map(({ providerMessageId }) => providerMessageId)}::text[]) as n (attempt_key, provider_message_id)
      where a.workspace_id = ${tx.workspaceId} and a.attempt_key = n.attempt_key and a.state <> 'accepted'
      returning a.attempt_key as "attemptKey", a.provider_message_id as "providerMessageId",
        a.message_id as "messageId", a.channel_id as "channelId"`,
    ),
  );
}

/** How attempts ended that were not accepted. */
export async function closeAttempts(
  tx: TenantTransaction,
  ended: readonly {
    readonly attemptKey: string;
    readonly state: 'rejected' | 'unsure';
    readonly error: unknown;
  }[],
  at: Date,
): Promise<void> {
  await tx.execute(
    named(
      'attempts_close',
      sql`
      update attempts a set state = n.state, error = n.error, answered_at = ${at}
      from unnest(${ended.map(({ attemptKey }) => attemptKey)}::text[], ${ended.map(({ state }) => state)}::text[],
        ${ended.map(({ error }) => JSON.stringify(error))}::jsonb[]) as n (attempt_key, state, error)
      where a.workspace_id = ${tx.workspaceId} and a.attempt_key = n.attempt_key and a.state in ('dispatched', 'unsure')`,
    ),
  );
}

export interface KnownAttempt {
  readonly messageId: string;
  /** Null while nobody has told that it was accepted. */
  readonly providerMessageId: string | null;
}

export async function findMessagesByAttemptKeys(
  tx: TenantTransaction,
  attemptKeys: readonly string[],
): Promise<ReadonlyMap<string, KnownAttempt>> {
  const rows = await tx.query<KnownAttempt & { readonly attemptKey: string }>(
    named(
      'attempts_messages',
      sql`
      select attempt_key as "attemptKey", message_id as "messageId", provider_message_id as "providerMessageId"
      from attempts where workspace_id = ${tx.workspaceId} and attempt_key = any(${attemptKeys}::text[])`,
    ),
  );
  return new Map(rows.map((row) => [row.attemptKey, row]));
}

/** The first accepted sends of a number after one went out, and how many of them have a status. */
export async function countLaterSends(
  tx: TenantTransaction,
  channelId: string,
  attemptKey: string,
  limit: number,
): Promise<{ readonly sends: number; readonly withStatus: number }> {
  const [row] = await tx.query<{ sends: number; withStatus: number }>(
    named(
      'attempts_later',
      sql`
      select count(*)::integer as sends, count(*) filter (where later.has_status)::integer as "withStatus" from (
        select exists (
          select 1 from message_statuses s
          where s.workspace_id = a.workspace_id and s.channel_id = a.channel_id
            and s.provider_message_id = a.provider_message_id) as has_status
        from attempts a
        where a.workspace_id = ${tx.workspaceId} and a.channel_id = ${channelId} and a.state = 'accepted'
          and a.dispatched_at > (select dispatched_at from attempts
                                 where workspace_id = ${tx.workspaceId} and attempt_key = ${attemptKey})
        order by a.dispatched_at limit ${limit}) later`,
    ),
  );
  return row ?? { sends: 0, withStatus: 0 };
}
