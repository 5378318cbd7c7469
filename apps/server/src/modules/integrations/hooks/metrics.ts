import type { Metrics } from '#platform/metrics';

export function createHookMetrics(metrics: Metrics) {
  const attempts = metrics.counter('renkei_hook_attempts_total', 'Deliveries to hooks, by how they ended', [
    'outcome',
  ]);
  return { attempt: (outcome: string) => attempts.inc({ outcome }) };
}
