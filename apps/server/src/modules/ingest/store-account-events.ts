import { named, sql, type TenantTransaction } from '#platform/database';

/** All SQL over `account_events`. */
export interface NewAccountEvent {
  readonly id: string;
  readonly dedupKey: Buffer;
  readonly field: string;
  readonly event: string | null;
  readonly channelId: string | null;
  readonly wabaId: string;
  readonly value: unknown;
  readonly rawEventId: string;
  readonly occurredAt: Date;
}

/** Inserts what was not told before; gives the ids of those. */
export async function insertAccountEvents(
  transaction: TenantTransaction,
  events: readonly NewAccountEvent[],
): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    named(
      'insert_account_events',
      sql`insert into account_events
            (workspace_id, id, dedup_key, field, event, channel_id, waba_id, value, raw_event_id, occurred_at)
          select ${transaction.workspaceId}, item.*
          from unnest(${events.map((event) => event.id)}::uuid[],
                      ${events.map((event) => event.dedupKey)}::bytea[],
                      ${events.map((event) => event.field)}::text[],
                      ${events.map((event) => event.event)}::text[],
                      ${events.map((event) => event.channelId)}::uuid[],
                      ${events.map((event) => event.wabaId)}::text[],
                      ${events.map((event) => JSON.stringify(event.value) ?? 'null')}::jsonb[],
                      ${events.map((event) => event.rawEventId)}::bigint[],
                      ${events.map((event) => event.occurredAt)}::timestamptz[]) as item
          on conflict (workspace_id, dedup_key) do nothing
          returning id`,
    ),
  );
  return rows.map((row) => row.id);
}

export interface AccountEventRow {
  readonly id: string;
  readonly field: string;
  readonly event: string | null;
  readonly channel_id: string | null;
  readonly waba_id: string | null;
  readonly value: unknown;
  readonly occurred_at: Date;
}

/** Newest first, from below a position. */
export function listAccountEventRows(
  transaction: TenantTransaction,
  {
    before,
    limit,
  }: {
    readonly before?: { readonly occurredAt: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<readonly AccountEventRow[]> {
  return transaction.query<AccountEventRow>(
    sql`select id, field, event, channel_id, waba_id, value, occurred_at from account_events
        where workspace_id = ${transaction.workspaceId}
          and (${before?.id ?? null}::uuid is null
               or (occurred_at, id) < (${before?.occurredAt ?? null}::timestamptz, ${before?.id ?? null}::uuid))
        order by occurred_at desc, id desc limit ${limit}`,
  );
}
