import type { Metrics } from '#platform/metrics';
import type { Effects } from './effects.ts';

export interface FactMetrics {
  count(effects: Effects): void;
}

/** Seconds: a webhook that comes at once, one that waited for a retry, one of the last days. */
const ageBuckets = [1, 2, 5, 10, 30, 60, 300, 3_600, 21_600, 86_400, 691_200] as const;

const others = [
  ['revision', 'revision'],
  ['call', 'call'],
  ['preference', 'preference'],
] as const;

/** Names that Meta gives are open, and a label of a metric must not be. */
const labelPattern = /^[a-z][a-z_.]{0,60}$/;

/** Counts what webhooks said, and by name what we could not read yet. */
export function createFactMetrics(metrics: Metrics): FactMetrics {
  const facts = metrics.counter('renkei_ingest_facts_total', 'What webhooks said', ['fact', 'kind']);
  const unknown = metrics.counter(
    'renkei_ingest_unknown_total',
    'What could not be read yet, by field or kind',
    ['part', 'name'],
  );
  const ages = metrics.histogram(
    'renkei_ingest_event_age_seconds',
    'From what happened at the provider to its webhook',
    ageBuckets,
    ['fact'],
  );
  const quarantined = metrics.counter('renkei_ingest_quarantined_total', 'Raw events put into quarantine');
  function observeAge(fact: string, happenedAt: Date, receivedAt: Date): void {
    ages.observe({ fact }, Math.max(0, receivedAt.getTime() - happenedAt.getTime()) / 1000);
  }
  return {
    count({ message: messages, status: statuses, account_event: accountEvents, rejected, ...more }) {
      for (const { content, direction } of messages) {
        facts.inc({ fact: direction, kind: content.kind });
        if (content.kind === 'unsupported') unknown.inc({ part: 'kind', name: label(content.wireType) });
      }
      for (const { direction, sentAt, receivedAt } of messages) observeAge(direction, sentAt, receivedAt);
      for (const { toldAt, receivedAt } of statuses) observeAge('status', toldAt, receivedAt);
      if (statuses.length > 0) facts.inc({ fact: 'status', kind: 'status' }, statuses.length);
      for (const [fact, kind] of others) {
        if (more[fact].length > 0) facts.inc({ fact, kind }, more[fact].length);
      }
      for (const { field, known } of accountEvents) {
        facts.inc({ fact: 'account_event', kind: known ? field : 'unknown' });
        if (!known) unknown.inc({ part: 'field', name: label(field) });
      }
      if (rejected.length > 0) quarantined.inc(rejected.length);
    },
  };
}

function label(name: string): string {
  return labelPattern.test(name) ? name : 'other';
}
