import type { Severity } from '@renkei/contract';
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
  /** Of the contract's registry; null: not known. */
  readonly kind: string | null;
  readonly severity: Severity;
  readonly data: object | null;
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
            (workspace_id, id, dedup_key, field, event, channel_id, waba_id, value, raw_event_id, occurred_at,
             kind, severity, data)
          select ${transaction.workspaceId}, item.*
          from unnest(${events.map((event) => event.id)}::uuid[],
                      ${events.map((event) => event.dedupKey)}::bytea[],
                      ${events.map((event) => event.field)}::text[],
                      ${events.map((event) => event.event)}::text[],
                      ${events.map((event) => event.channelId)}::uuid[],
                      ${events.map((event) => event.wabaId)}::text[],
                      ${events.map((event) => JSON.stringify(event.value) ?? 'null')}::jsonb[],
                      ${events.map((event) => event.rawEventId)}::bigint[],
                      ${events.map((event) => event.occurredAt)}::timestamptz[],
                      ${events.map((event) => event.kind)}::text[],
                      ${events.map((event) => event.severity)}::text[],
                      ${events.map((event) => event.data && JSON.stringify(event.data))}::jsonb[]) as item
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
  readonly channelId: string | null;
  readonly wabaId: string | null;
  readonly value: unknown;
  readonly kind: string | null;
  readonly severity: Severity;
  readonly data: unknown;
  readonly occurredAt: Date;
  /** As text: a cursor must not lose microseconds. */
  readonly position: string;
}

export interface AccountEventPage {
  readonly severities: readonly Severity[];
  readonly field: string | null;
  readonly channelId: string | null;
  /** Already escaped for LIKE, without the surrounding signs. */
  readonly searchPattern: string | null;
  readonly before: { readonly occurredAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Newest first, from below a position. */
export function listAccountEventRows(
  transaction: TenantTransaction,
  { severities, field, channelId, searchPattern, before, limit }: AccountEventPage,
): Promise<readonly AccountEventRow[]> {
  return transaction.query<AccountEventRow & Record<string, unknown>>(
    sql`select id, field, event, channel_id as "channelId", waba_id as "wabaId", value, kind, severity, data,
               occurred_at as "occurredAt", occurred_at::text as position
        from account_events
        where workspace_id = ${transaction.workspaceId}
          and severity = any(${severities}::text[])
          and (${field}::text is null or field = ${field})
          and (${channelId}::uuid is null or channel_id = ${channelId})
          and (${searchPattern}::text is null
               or concat_ws(' ', field, event, kind, value::text, data::text) ilike '%' || ${searchPattern} || '%')
          and (${before?.id ?? null}::uuid is null
               or (occurred_at, id) < (${before?.occurredAt ?? null}::timestamptz, ${before?.id ?? null}::uuid))
        order by occurred_at desc, id desc limit ${limit}`,
  );
}

/** What the account told before a moment. */
export function deleteOldAccountEvents(
  transaction: TenantTransaction,
  before: Date,
  limit: number,
): Promise<number> {
  return transaction.execute(sql`
    delete from account_events where workspace_id = ${transaction.workspaceId} and id in (
      select id from account_events
      where workspace_id = ${transaction.workspaceId} and occurred_at < ${before} limit ${limit})`);
}
