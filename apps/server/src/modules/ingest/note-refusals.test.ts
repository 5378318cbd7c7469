import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WebhookEndpoint } from '#modules/channels';
import { recordAudit } from '#modules/identity';
import { sql } from '#platform/database';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { waitFor } from '../../../test/wait-for.ts';
import { createRefusalNotes } from './note-refusals.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await createTestPlatform();
});
afterAll(() => platform.close());

test('forged webhooks are in the audit log once an hour, with how many there were', async () => {
  const workspaceId = await platform.createWorkspace();
  let nowMs = 0;
  const clock = { ...platform.clock, monotonicMs: () => nowMs };
  const note = createRefusalNotes({
    platform: { ...platform, clock },
    recordAudit: (transaction, entry) => recordAudit(transaction, platform.clock.now(), entry),
  });
  // Only the two ids of an endpoint are looked at.
  const endpoint = { workspaceId, endpointId: randomUUID() } as WebhookEndpoint;
  const entries = () =>
    platform.database.inTenant(workspaceId, (tx) =>
      tx.query<{ detail: { count: number } }>(
        sql`select detail from audit_log where action = 'webhook.refused' order by created_at, id`,
      ),
    );
  for (let number = 0; number < 500; number += 1) note(endpoint, 'webhook_signature_wrong');
  await waitFor(async () => ((await entries()).length === 1 ? true : undefined));
  nowMs = 3_600_001;
  note(endpoint, 'webhook_signature_wrong');
  await waitFor(async () => ((await entries()).length === 2 ? true : undefined));
  expect((await entries()).map(({ detail }) => detail.count)).toEqual([1, 500]);
});
