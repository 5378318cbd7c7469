/** What of a workspace's events waits, over raw_event_jobs; nothing reads more rows than `countCeiling`. */
import { countCeiling } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';
import { laneCount, wholeWorkspace } from './lanes.ts';

export interface Intake {
  /** When the oldest event came in that is neither processed nor quarantined. */
  readonly oldestAt: Date | null;
  readonly pending: number;
  readonly quarantined: number;
}

/** The oldest is found by one probe per lane. */
export async function readIntake(tx: TenantTransaction): Promise<Intake> {
  const [row] = await tx.query<Intake>(
    named(
      'read_intake',
      sql`
      select
        (select min(received_at) from generate_series(${wholeWorkspace}::integer, ${laneCount}::integer) as of (lane)
         cross join lateral (
           select received_at from raw_event_jobs
           where workspace_id = ${tx.workspaceId} and raw_event_jobs.lane = of.lane and quarantined_at is null
           order by raw_event_id limit 1) oldest) as "oldestAt",
        (select count(*)::integer from (
           select 1 from raw_event_jobs where workspace_id = ${tx.workspaceId} and quarantined_at is null
           limit ${countCeiling}) waiting) as pending,
        (select count(*)::integer from (
           select 1 from raw_event_jobs where workspace_id = ${tx.workspaceId} and quarantined_at is not null
           limit ${countCeiling}) kept) as quarantined`,
    ),
  );
  return row ?? { oldestAt: null, pending: 0, quarantined: 0 };
}
