import type { Metrics } from '#platform/metrics';
import type { DatabaseTiming } from './database.ts';

const bucketsSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** How long transactions wait for a connection, and how long their commits take: a slow disk shows here first. */
export function timeDatabase(metrics: Metrics): DatabaseTiming {
  const waits = metrics.histogram(
    'renkei_database_wait_seconds',
    'How long a transaction waited for a connection',
    bucketsSeconds,
  );
  const commits = metrics.histogram(
    'renkei_database_commit_seconds',
    'How long a commit took',
    bucketsSeconds,
  );
  return {
    waited: (ms) => waits.observe(ms / 1000),
    committed: (ms) => commits.observe(ms / 1000),
  };
}
