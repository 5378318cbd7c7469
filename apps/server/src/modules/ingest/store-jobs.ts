import { named, sql, type TenantTransaction, type Transaction } from '#platform/database';
import { wholeWorkspace } from './lanes.ts';

/** The working half of `raw_event_jobs`, and reading `raw_events`. */
export interface ClaimedEvent {
  /** bigint, as text. */
  readonly rawEventId: string;
  readonly receivedAt: Date;
  readonly endpointId: string;
  readonly body: Buffer;
}

interface ClaimedRow {
  readonly raw_event_id: string;
  readonly received_at: Date;
  readonly endpoint_id: string;
  readonly body: Buffer;
}

/** Events in one batch at most. */
export const claimRows = 200;
/** Of bodies in one batch; a larger body is a batch of its own. */
const claimBytes = 2 * 1024 * 1024;

/** A lane with work; see `lanes.ts`. */
export interface BusyLane {
  readonly workspaceId: string;
  readonly lane: number;
}

/** The lanes with work, found by leaping through the index from one to the next. */
const withBusyLanes = `with recursive busy as (
    (select workspace_id, lane from raw_event_jobs where quarantined_at is null
     order by workspace_id, lane limit 1)
    union all
    select following.workspace_id, following.lane
    from busy cross join lateral (
      select job.workspace_id, job.lane from raw_event_jobs job
      where job.quarantined_at is null and (job.workspace_id, job.lane) > (busy.workspace_id, busy.lane)
      order by job.workspace_id, job.lane limit 1) following
  )`;

/** System scope. */
export async function listBusyLanes(transaction: Transaction): Promise<readonly BusyLane[]> {
  return transaction.query<BusyLane & QueryRow>({
    name: 'list_busy_lanes',
    text: `${withBusyLanes} select workspace_id as "workspaceId", lane from busy`,
    values: [],
  });
}

interface QueryRow {
  readonly [column: string]: unknown;
}

export interface Claim {
  readonly now: Date;
  /** `wholeWorkspace`: of all lanes. */
  readonly lane: number;
  /** Of these only. */
  readonly only?: readonly string[] | undefined;
}

/** The next due events in the order of arrival, locked; of a lane only what came before anything for the whole workspace. */
export async function claimEvents(
  transaction: TenantTransaction,
  { now, lane, only }: Claim,
): Promise<readonly ClaimedEvent[]> {
  const claim = lane === wholeWorkspace ? claimOfWorkspace : claimOfLane;
  const rows = await transaction.query<ClaimedRow>(claim(transaction.workspaceId, { now, lane, only }));
  return rows.map((row) => ({
    rawEventId: row.raw_event_id,
    receivedAt: row.received_at,
    endpointId: row.endpoint_id,
    body: row.body,
  }));
}

const claimOfWorkspace = (workspaceId: string, { now, only }: Claim) =>
  named(
    'claim_raw_events',
    sql`with job as (
          select raw_event_id, received_at from raw_event_jobs
          where workspace_id = ${workspaceId} and quarantined_at is null and run_at <= ${now}
            and (${only ?? null}::bigint[] is null or raw_event_id = any(${only ?? null}::bigint[]))
          order by raw_event_id limit ${claimRows} for update skip locked
        ), sized as (
          select event.id, event.received_at, event.endpoint_id, event.body,
                 sum(octet_length(event.body)) over (order by event.id) - octet_length(event.body) as bytes_before
          from job join raw_events event
            on event.workspace_id = ${workspaceId} and event.received_at = job.received_at
              and event.id = job.raw_event_id
        )
        select id as raw_event_id, received_at, endpoint_id, body from sized
        where bytes_before < ${claimBytes}::bigint order by id`,
  );

const claimOfLane = (workspaceId: string, { now, lane, only }: Claim) =>
  named(
    'claim_raw_events_of_lane',
    sql`with job as (
          select raw_event_id, received_at from raw_event_jobs
          where workspace_id = ${workspaceId} and lane = ${lane} and quarantined_at is null and run_at <= ${now}
            and (${only ?? null}::bigint[] is null or raw_event_id = any(${only ?? null}::bigint[]))
            and raw_event_id < coalesce(
              (select min(raw_event_id) from raw_event_jobs
               where workspace_id = ${workspaceId} and lane = ${wholeWorkspace} and quarantined_at is null
                 and run_at <= ${now}), 9223372036854775807)
          order by raw_event_id limit ${claimRows} for update skip locked
        ), sized as (
          select event.id, event.received_at, event.endpoint_id, event.body,
                 sum(octet_length(event.body)) over (order by event.id) - octet_length(event.body) as bytes_before
          from job join raw_events event
            on event.workspace_id = ${workspaceId} and event.received_at = job.received_at
              and event.id = job.raw_event_id
        )
        select id as raw_event_id, received_at, endpoint_id, body from sized
        where bytes_before < ${claimBytes}::bigint order by id`,
  );

export async function deleteJobs(
  transaction: TenantTransaction,
  rawEventIds: readonly string[],
): Promise<void> {
  if (rawEventIds.length === 0) return;
  await transaction.execute(
    named(
      'delete_raw_event_jobs',
      sql`delete from raw_event_jobs
          where workspace_id = ${transaction.workspaceId} and raw_event_id = any(${rawEventIds}::bigint[])`,
    ),
  );
}

export async function quarantineJobs(
  transaction: TenantTransaction,
  jobs: readonly { readonly rawEventId: string; readonly reason: string }[],
  now: Date,
): Promise<void> {
  if (jobs.length === 0) return;
  await transaction.execute(
    sql`update raw_event_jobs job set attempts = job.attempts + 1, quarantined_at = ${now}, reason = item.reason
        from unnest(${jobs.map((job) => job.rawEventId)}::bigint[], ${jobs.map((job) => job.reason)}::text[])
          as item (raw_event_id, reason)
        where job.workspace_id = ${transaction.workspaceId} and job.raw_event_id = item.raw_event_id`,
  );
}

/** One more failed try: later again, or, when that was the last one, into quarantine. True: quarantined. */
export async function noteFailure(
  transaction: TenantTransaction,
  failure: {
    readonly rawEventId: string;
    readonly reason: string;
    readonly now: Date;
    readonly tries: number;
  },
): Promise<boolean> {
  const [row] = await transaction.query<{ quarantined: boolean }>(
    sql`update raw_event_jobs set attempts = attempts + 1, reason = ${failure.reason},
          run_at = ${failure.now}::timestamptz + make_interval(secs => 2 ^ attempts),
          quarantined_at = case when attempts + 1 >= ${failure.tries}::int then ${failure.now}::timestamptz end
        where workspace_id = ${transaction.workspaceId} and raw_event_id = ${failure.rawEventId}
        returning quarantined_at is not null as quarantined`,
  );
  return row?.quarantined === true;
}

export interface QuarantinedRow {
  readonly raw_event_id: string;
  readonly reason: string | null;
  readonly attempts: number;
  readonly received_at: Date;
  readonly size_bytes: number;
}

export function listQuarantinedJobs(
  transaction: TenantTransaction,
  limit: number,
): Promise<readonly QuarantinedRow[]> {
  return transaction.query<QuarantinedRow>(
    sql`select job.raw_event_id, job.reason, job.attempts, job.received_at, octet_length(event.body) as size_bytes
        from raw_event_jobs job join raw_events event
          on event.workspace_id = job.workspace_id and event.received_at = job.received_at and event.id = job.raw_event_id
        where job.workspace_id = ${transaction.workspaceId} and job.quarantined_at is not null
        order by job.raw_event_id desc limit ${limit}`,
  );
}

/** Makes quarantined events due again; all of them, or those of a workspace, or one. Gives how many. */
export function releaseJobs(
  transaction: Transaction,
  {
    now,
    workspaceId,
    rawEventId,
  }: {
    readonly now: Date;
    readonly workspaceId?: string | undefined;
    readonly rawEventId?: string | undefined;
  },
): Promise<number> {
  return transaction.execute(
    sql`update raw_event_jobs set quarantined_at = null, attempts = 0, run_at = ${now}
        where quarantined_at is not null
          and (${workspaceId ?? null}::uuid is null or workspace_id = ${workspaceId ?? null}::uuid)
          and (${rawEventId ?? null}::bigint is null or raw_event_id = ${rawEventId ?? null}::bigint)`,
  );
}

/** When the oldest event came in that is neither processed nor quarantined: by one probe of each busy lane. System scope. */
export async function findOldestWaiting(transaction: Transaction): Promise<Date | undefined> {
  const [row] = await transaction.query<{ received_at: Date | null }>({
    name: 'find_oldest_waiting_event',
    text: `${withBusyLanes}
          select min(oldest.received_at) as received_at
          from busy cross join lateral (
            select job.received_at from raw_event_jobs job
            where job.workspace_id = busy.workspace_id and job.lane = busy.lane and job.quarantined_at is null
            order by job.raw_event_id limit 1) oldest`,
    values: [],
  });
  return row?.received_at ?? undefined;
}
