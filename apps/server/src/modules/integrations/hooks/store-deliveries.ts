/** All SQL over hook_deliveries. */
import type { HookDelivery } from '@renkei/contract';
import { named, sql, type TenantTransaction, type Transaction } from '#platform/database';

export interface NewDelivery {
  readonly hookId: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly payload: object;
}

export async function insertDeliveries(
  tx: TenantTransaction,
  deliveries: readonly NewDelivery[],
  at: Date,
): Promise<void> {
  await tx.execute(
    named(
      'hook_deliveries_insert',
      sql`
      insert into hook_deliveries (workspace_id, hook_id, event_id, event_type, occurred_at, payload, state, next_at)
      select ${tx.workspaceId}, d.hook_id, d.event_id, d.event_type, ${at}, d.payload, 'pending', ${at}
      from unnest(${deliveries.map(({ hookId }) => hookId)}::uuid[], ${deliveries.map(({ eventId }) => eventId)}::uuid[],
        ${deliveries.map(({ eventType }) => eventType)}::text[],
        ${deliveries.map(({ payload }) => JSON.stringify(payload))}::jsonb[])
        as d (hook_id, event_id, event_type, payload)`,
    ),
  );
}

export interface DueDelivery {
  readonly workspaceId: string;
  readonly hookId: string;
  readonly eventId: string;
  readonly attempts: number;
  readonly payload: object;
}

export interface Claim {
  readonly now: Date;
  /** Whoever dies with one leaves it to the next after that. */
  readonly untilDate: Date;
  readonly limit: number;
  /** Of one hook at most, so that a hook with much to be told does not come before all others. */
  readonly perHook: number;
  /** Hooks of which there may be more, or fewer: hook id → how many. */
  readonly rooms: ReadonlyMap<string, number>;
}

/** Takes some that are due, of all workspaces; the attempt counts from here. Hooks are found by leaping through the index. */
export function claimDue(
  tx: Transaction,
  { now, untilDate, limit, perHook, rooms }: Claim,
): Promise<readonly DueDelivery[]> {
  return tx.query<DueDelivery & Record<string, unknown>>(
    named(
      'hook_deliveries_claim',
      sql`
      with recursive waiting as (
        (select workspace_id, hook_id from hook_deliveries where state = 'pending'
         order by workspace_id, hook_id limit 1)
        union all
        select following.workspace_id, following.hook_id
        from waiting cross join lateral (
          select d.workspace_id, d.hook_id from hook_deliveries d
          where d.state = 'pending' and (d.workspace_id, d.hook_id) > (waiting.workspace_id, waiting.hook_id)
          order by d.workspace_id, d.hook_id limit 1) following
      ), due as (
        select first.workspace_id, first.hook_id, first.event_id
        from waiting
        left join unnest(${[...rooms.keys()]}::uuid[], ${[...rooms.values()]}::integer[]) as room (hook_id, calls)
          on room.hook_id = waiting.hook_id
        cross join lateral (
          select d.workspace_id, d.hook_id, d.event_id, d.next_at from hook_deliveries d
          where d.workspace_id = waiting.workspace_id and d.hook_id = waiting.hook_id
            and d.state = 'pending' and d.next_at <= ${now}
          order by d.next_at limit coalesce(room.calls, ${perHook}) for update skip locked) first
        order by first.next_at limit ${limit}
      )
      update hook_deliveries d set next_at = ${untilDate}, attempts = d.attempts + 1 from due
      where d.workspace_id = due.workspace_id and d.hook_id = due.hook_id and d.event_id = due.event_id
      returning d.workspace_id as "workspaceId", d.hook_id as "hookId", d.event_id as "eventId", d.attempts, d.payload`,
    ),
  );
}

/** Its hook is switched off: the attempt was none, and is looked at again later. */
export async function postpone(
  tx: TenantTransaction,
  { hookId, eventId }: DeliveryKey,
  until: Date,
): Promise<void> {
  await tx.execute(sql`
    update hook_deliveries set next_at = ${until}, attempts = attempts - 1
    where workspace_id = ${tx.workspaceId} and hook_id = ${hookId} and event_id = ${eventId} and state = 'pending'`);
}

interface DeliveryKey {
  readonly hookId: string;
  readonly eventId: string;
}

/** The other side has these, and this is what it answered. */
export async function markDelivered(
  tx: TenantTransaction,
  delivered: readonly (DeliveryKey & { readonly status: number })[],
  at: Date,
): Promise<void> {
  await tx.execute(
    named(
      'hook_deliveries_delivered',
      sql`
      update hook_deliveries d set state = 'delivered', last_status = n.status, last_problem = null, ended_at = ${at}
      from unnest(${delivered.map(({ hookId }) => hookId)}::uuid[], ${delivered.map(({ eventId }) => eventId)}::uuid[],
        ${delivered.map(({ status }) => status)}::integer[]) as n (hook_id, event_id, status)
      where d.workspace_id = ${tx.workspaceId} and d.hook_id = n.hook_id and d.event_id = n.event_id`,
    ),
  );
}

/** `nextAt` null: it was the last attempt. */
export async function markFailed(
  tx: TenantTransaction,
  { hookId, eventId }: DeliveryKey,
  failure: { readonly status: number | null; readonly problem: string; readonly nextAt: Date | null },
  at: Date,
): Promise<void> {
  const { status, problem, nextAt } = failure;
  await tx.execute(sql`
    update hook_deliveries set last_status = ${status}, last_problem = ${problem},
      state = ${nextAt === null ? 'given_up' : 'pending'}, next_at = ${nextAt ?? at},
      ended_at = ${nextAt === null ? at : null}
    where workspace_id = ${tx.workspaceId} and hook_id = ${hookId} and event_id = ${eventId} and state = 'pending'`);
}

/** Tries again now, and from the beginning; whether there is such a delivery. */
export async function replayRow(tx: TenantTransaction, key: DeliveryKey, at: Date): Promise<boolean> {
  const changed = await tx.execute(sql`
    update hook_deliveries set state = 'pending', attempts = 0, next_at = ${at}, ended_at = null
    where workspace_id = ${tx.workspaceId} and hook_id = ${key.hookId} and event_id = ${key.eventId}`);
  return changed > 0;
}

/** What a hook that was switched off, or did not answer, could not be told meanwhile. */
export async function replayUntold(tx: TenantTransaction, hookId: string, at: Date): Promise<void> {
  await tx.execute(sql`
    update hook_deliveries set state = 'pending', attempts = 0, next_at = ${at}, ended_at = null
    where workspace_id = ${tx.workspaceId} and hook_id = ${hookId} and state in ('given_up', 'pending')`);
}

export interface DeliveryRow extends Omit<HookDelivery, 'occurredAt' | 'nextAt'> {
  readonly occurredAt: Date;
  readonly nextAt: Date;
  /** For the cursor: the database knows microseconds. */
  readonly place: string;
}

export function listDeliveryRows(
  tx: TenantTransaction,
  hookId: string,
  query: {
    readonly state: HookDelivery['state'] | undefined;
    readonly eventId: string | undefined;
    readonly before: { readonly place: string; readonly eventId: string } | undefined;
    readonly limit: number;
  },
): Promise<readonly DeliveryRow[]> {
  const { state = null, eventId = null, before, limit } = query;
  return tx.query<DeliveryRow>(sql`
    select event_id as "eventId", event_type as "eventType", occurred_at as "occurredAt", state, attempts,
      next_at as "nextAt", last_status as "lastStatus", last_problem as "lastProblem", occurred_at::text as place
    from hook_deliveries
    where workspace_id = ${tx.workspaceId} and hook_id = ${hookId} and (${state}::text is null or state = ${state})
      and (${eventId}::uuid is null or event_id = ${eventId})
      and (${before?.place ?? null}::timestamptz is null
           or (occurred_at, event_id) < (${before?.place ?? null}::timestamptz, ${before?.eventId ?? null}::uuid))
    order by occurred_at desc, event_id desc limit ${limit}`);
}

export interface PendingDeliveries {
  readonly pending: number;
  /** Since when the one that has waited longest could be made; null: none is due. */
  readonly dueSince: Date | null;
}

export async function readPending(tx: Transaction, now: Date): Promise<PendingDeliveries> {
  const [row] = await tx.query<PendingDeliveries & Record<string, unknown>>(sql`
    select count(*)::integer as pending, min(next_at) filter (where next_at <= ${now}) as "dueSince"
    from hook_deliveries where state = 'pending'`);
  return row ?? { pending: 0, dueSince: null };
}

export function deleteOldDeliveries(tx: TenantTransaction, before: Date, limit: number): Promise<number> {
  return tx.execute(sql`
    delete from hook_deliveries where workspace_id = ${tx.workspaceId} and (hook_id, event_id) in (
      select hook_id, event_id from hook_deliveries
      where workspace_id = ${tx.workspaceId} and ended_at < ${before} limit ${limit})`);
}
