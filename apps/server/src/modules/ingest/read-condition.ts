import type { Transaction } from '#platform/database';
import { type JobFigures, readJobFigures } from './store-figures.ts';
import { listPartitionDays } from './store-partitions.ts';

export interface IngestCondition extends JobFigures {
  /** Days after today that have a partition already. */
  readonly partitionsAhead: number;
}

const monthMs = 30 * 24 * 3_600_000;

/** What waits, what is in quarantine, and for how many days there are partitions. System scope. */
export async function readIngestCondition(transaction: Transaction, now: Date): Promise<IngestCondition> {
  const jobs = await readJobFigures(transaction);
  const days = await listPartitionDays(transaction);
  const nowMs = now.getTime();
  const partitionsAhead = days.filter(
    (day) => day.getTime() > nowMs && day.getTime() < nowMs + monthMs,
  ).length;
  return { ...jobs, partitionsAhead };
}
