/** Figures of `raw_event_jobs`, of all workspaces. System scope. */
import { named, sql, type Transaction } from '#platform/database';

export interface JobFigures {
  readonly waiting: number;
  readonly quarantined: number;
  readonly oldestWaitingAt: Date | null;
}

export async function readJobFigures(transaction: Transaction): Promise<JobFigures> {
  const [row] = await transaction.query<JobFigures & Record<string, unknown>>(
    named(
      'read_raw_event_job_figures',
      sql`select count(*) filter (where quarantined_at is null)::integer as waiting,
                 count(*) filter (where quarantined_at is not null)::integer as quarantined,
                 min(received_at) filter (where quarantined_at is null) as "oldestWaitingAt"
          from raw_event_jobs`,
    ),
  );
  return row ?? { waiting: 0, quarantined: 0, oldestWaitingAt: null };
}
