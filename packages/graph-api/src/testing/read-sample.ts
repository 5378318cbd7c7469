import { fixtureNames, readFixture } from '../fixtures/index.ts';
import { webhookFields } from '../webhooks/fields/registry.ts';
import { listChanges } from '../webhooks/list-changes.ts';
import { parseWebhook } from '../webhooks/parse-webhook.ts';
import { readWebhookValue, type WebhookReading } from '../webhooks/read-webhook-value.ts';

type Readable = WebhookReading & { readonly ok: true };
type Sample = Readable & { readonly scope: 'number' | 'account' };

/** The one change of a sample body, read. Throws when it cannot be. */
function readSample(name: string): Sample {
  const parsed = parseWebhook(readFixture(name));
  if (!parsed.ok) throw new Error(parsed.detail);
  const [change] = listChanges(parsed.envelope);
  if (change === undefined) throw new Error(`${name} has no change`);
  const reading = readWebhookValue(change.field, change.value);
  if (!reading.ok) throw new Error(reading.detail);
  return { ...reading, scope: webhookFields[reading.field].scope };
}

export function readSampleValue(name: string): Sample['value'] {
  return readSample(name).value;
}

/** The samples for which this holds, sorted by name. */
export function sampleNames(holds: (sample: Sample) => boolean): readonly string[] {
  return fixtureNames.filter((name) => holds(readSample(name)));
}
