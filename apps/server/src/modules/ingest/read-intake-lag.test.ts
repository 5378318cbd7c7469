import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { readIntakeLagMs } from './read-intake-lag.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await createTestPlatform();
});
afterAll(() => platform.close());

const minuteMs = 60_000;
let events = 0;

function wait(lane: number, sinceMs: number, { quarantined = false } = {}): Promise<unknown> {
  const receivedAt = new Date(platform.clock.now().getTime() - sinceMs);
  events += 1;
  return platform.database.inSystem((tx) =>
    tx.execute(sql`insert into raw_event_jobs (workspace_id, raw_event_id, received_at, run_at, lane, quarantined_at)
      values (${randomUUID()}, ${events}, ${receivedAt}, ${receivedAt}, ${lane}, ${quarantined ? receivedAt : null})`),
  );
}

test('intake is as late as the oldest event that waits in any lane of any workspace, and quarantine is no delay', async () => {
  expect(await readIntakeLagMs(platform)).toBe(0);
  await wait(1, 60 * minuteMs, { quarantined: true });
  expect(await readIntakeLagMs(platform)).toBe(0);
  await wait(3, 2 * minuteMs);
  await wait(0, 5 * minuteMs);
  await wait(7, minuteMs);
  const lagMs = await readIntakeLagMs(platform);
  expect(lagMs).toBeGreaterThanOrEqual(5 * minuteMs);
  expect(lagMs).toBeLessThan(6 * minuteMs);
});
