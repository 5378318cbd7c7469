import { fixtureNames, readFixture } from '@renkei/graph-api/fixtures';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { createIntakeHarness, type IntakeHarness } from '../../../test/intake-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';

/** The number that all fixtures are about. */
const phoneNumberId = '407311998800112';

let platform: TestPlatform;
let harness: IntakeHarness;
beforeAll(async () => {
  platform = await createTestPlatform();
  harness = await createIntakeHarness(platform);
});
afterAll(async () => {
  await harness.close();
  await platform.close();
});

it('keeps a sample of every kind', () => {
  expect(fixtureNames).toHaveLength(92);
});

it.each(fixtureNames)('makes %s visible', async (name) => {
  const number = await harness.addNumber({ phoneNumberId });
  const answer = await harness.post(number, readFixture(name));
  expect(answer.status).toBe(200);
  await harness.drain();
  const [seen] = await platform.database.inTenant(number.workspaceId, (tx) =>
    tx.query<{ category: string; jobs: string }>(sql`
      select concat_ws(',',
        (select string_agg(distinct case kind when 'unsupported' then 'unsupported' else 'message' end, ',') from messages),
        (select 'status' from message_statuses limit 1),
        (select 'account_event' from account_events limit 1)) as category,
        (select count(*) from raw_event_jobs) as jobs`),
  );
  expect(seen).toEqual({ category: expectedCategory(name), jobs: '0' });
});

const unsupported = new Set([
  'edit',
  'interactive_call_permission_reply',
  'interactive_nfm_reply_address',
  'interactive_nfm_reply_flow',
  'interactive_payment_method',
  'order',
  'request_welcome',
  'revoke',
  'smb_message_echoes_edit',
  'unsupported',
  'unsupported_edit',
]);
const messages =
  /^(audio|button|contacts|document|image|interactive_(button|list)_reply|location|reaction|sticker|system|text|video|voice)(_|$)|^smb_message_echoes$/;

function expectedCategory(name: string): string {
  if (unsupported.has(name)) return 'unsupported';
  if (name.startsWith('status_')) return 'status';
  return messages.test(name) ? 'message' : 'account_event';
}
