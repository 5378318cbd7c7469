import { listChanges, parseWebhook } from '@renkei/graph-api';
import type { InboundReading } from '../../../inbound.ts';
import { makeStorable } from '../../shared/storable.ts';
import { readChange } from './fields/registry.ts';

/** Everything a body of the Cloud API says: every entry, every change, every item. Never throws. */
export function readCloudApiWebhook(body: Uint8Array): InboundReading {
  const parsed = parseWebhook(body);
  if (!parsed.ok) return { facts: [], problems: [`${parsed.reason}: ${parsed.detail}`] };
  const readings = listChanges(parsed.envelope).map(readChange);
  return makeStorable({
    facts: readings.flatMap((reading) => reading.facts),
    problems: readings.flatMap((reading) => reading.problems),
  });
}
