import { expect, it } from 'vitest';
import { createMetrics } from '#platform/metrics';
import { type Effects, noEffects } from './effects.ts';
import { createFactMetrics } from './fact-metrics.ts';

const receivedAt = new Date('2026-11-22T12:00:00Z');
const before = (seconds: number) => new Date(receivedAt.getTime() - seconds * 1_000);

it('tells how old what webhooks say was when they came, apart for messages and statuses', async () => {
  const metrics = createMetrics();
  const effects = {
    ...noEffects(),
    message: [
      { direction: 'inbound', content: { kind: 'text' }, sentAt: before(4), receivedAt },
      { direction: 'inbound', content: { kind: 'text' }, sentAt: before(7_200), receivedAt },
    ],
    status: [{ toldAt: before(-2), receivedAt }],
  };
  // Only what is counted is there.
  createFactMetrics(metrics).count(effects as unknown as Effects);
  const text = await metrics.render();
  const bucket = (fact: string, le: string) =>
    new RegExp(`^renkei_ingest_event_age_seconds_bucket\\{le="${le}",fact="${fact}"\\} (\\d+)$`, 'm').exec(
      text,
    )?.[1];
  expect([bucket('inbound', '2'), bucket('inbound', '5'), bucket('inbound', '21600')]).toEqual([
    '0',
    '1',
    '2',
  ]);
  expect(bucket('status', '1')).toBe('1');
});
