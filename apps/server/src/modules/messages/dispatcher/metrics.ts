import type { Metrics } from '#platform/metrics';

export interface DispatchMetrics {
  attempt(outcome: string): void;
  providerError(code: number): void;
  held(reason: string): void;
  lanes(count: number): void;
  /** Sends that became a matter for a person. */
  unconfirmed(count: number): void;
}

/** Attempts by outcome, provider errors by code, holds by reason; no label says who. */
export function createDispatchMetrics(metrics: Metrics): DispatchMetrics {
  const attempts = metrics.counter('renkei_send_attempts_total', 'Attempts to send, by outcome', ['outcome']);
  const errors = metrics.counter('renkei_provider_errors_total', 'Refusals of the provider, by code', [
    'code',
  ]);
  const holds = metrics.counter('renkei_send_holds_total', 'Sends put off, by reason', ['reason']);
  const lanes = metrics.gauge('renkei_dispatching_channels', 'Channels this process dispatches');
  const unconfirmed = metrics.counter(
    'renkei_send_unconfirmed_total',
    'Sends of which nobody will ever know: a person decides about each',
  );
  return {
    attempt: (outcome) => attempts.inc({ outcome }),
    providerError: (code) => errors.inc({ code: String(code) }),
    held: (reason) => holds.inc({ reason }),
    lanes: (count) => lanes.set(count),
    unconfirmed: (count) => unconfirmed.inc(count),
  };
}
