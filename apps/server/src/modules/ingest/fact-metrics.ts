import type { Metrics } from '#platform/metrics';
import type { Effects } from './effects.ts';

export interface FactMetrics {
  count(effects: Effects): void;
}

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
  const quarantined = metrics.counter('renkei_ingest_quarantined_total', 'Raw events put into quarantine');
  return {
    count({ message: messages, status: statuses, account_event: accountEvents, rejected, ...more }) {
      for (const { content, direction } of messages) {
        facts.inc({ fact: direction, kind: content.kind });
        if (content.kind === 'unsupported') unknown.inc({ part: 'kind', name: label(content.wireType) });
      }
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
