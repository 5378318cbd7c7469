import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { placeHold } from '#platform/hold';
import { createSendingHarness, type SendingHarness } from '../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { holdSystem } from './hold-system.ts';
import { releaseHold } from './release-hold.ts';
import { createOperationsRoutes } from './routes.ts';

let platform: TestPlatform;
let harness: SendingHarness;
let conversationId: string;

beforeAll(async () => {
  platform = await createTestPlatform();
  harness = await createSendingHarness(platform);
  await harness.connect();
});
beforeEach(async () => {
  conversationId = await harness.openConversation('819012345678');
});
afterAll(async () => {
  await harness.close();
  await platform.close();
});

const restored = () =>
  platform.database.inSystem((transaction) => placeHold(transaction, 'restored', platform.clock.now()));
const release = (sendsQueued: boolean) => releaseHold(platform, { sendsQueued, principal: null });

/** Long enough for a dispatcher that does not care about the hold. */
async function staysQueued(messageId: string): Promise<void> {
  const left = harness.reaches(messageId, ['sent', 'delivered', 'failed'], 1_500).then(
    () => 'left',
    () => 'stayed',
  );
  expect(await left).toBe('stayed');
  expect((await harness.message(messageId)).state).toBe('queued');
}

test('a hold stops what is queued at once, and a release lets it go on', async () => {
  const before = await harness.send(conversationId, 'before');
  await harness.reaches(before, ['sent', 'delivered', 'read']);
  expect(await holdSystem(platform)).toBe(true);
  expect(await holdSystem(platform)).toBe(false);
  const held = await harness.send(conversationId, 'held');
  await staysQueued(held);
  expect(await release(false)).toMatchObject({ unsure: 0, unconfirmed: 0 });
  await harness.reaches(held, ['sent', 'delivered', 'read']);
  expect(await release(false)).toBeUndefined();
});

test('of a restored system nothing that was queued goes out by itself: a person decides about each', async () => {
  await restored();
  const queued = await harness.send(conversationId, 'may have been sent since');
  await staysQueued(queued);
  expect(await release(false)).toMatchObject({ unsure: 0, unconfirmed: 1 });
  const message = await harness.message(queued);
  expect(message.state).toBe('unconfirmed');
  expect(message.failure?.detail.en).toContain('backup');
  await harness.call('resendMessage', { params: { messageId: queued } });
  await harness.reaches(queued, ['sent', 'delivered', 'read']);
});

test('who knows that nothing was sent after the backup may send what was queued', async () => {
  await restored();
  const queued = await harness.send(conversationId, 'a planned move');
  await staysQueued(queued);
  expect(await release(true)).toMatchObject({ unsure: 0, unconfirmed: 0 });
  await harness.reaches(queued, ['sent', 'delivered', 'read']);
});

test('what was under way is unsure and never queued again, whatever was asked', async () => {
  await restored();
  const underWay = await harness.send(conversationId, 'under way');
  const claimed = await harness.send(conversationId, 'claimed');
  await platform.database.inTenant(harness.principal.workspaceId, async (tx) => {
    await tx.execute(
      sql`update outbox set state = 'dispatched', attempt_key = 'of-the-backup' where message_id = ${underWay}`,
    );
    await tx.execute(sql`update outbox set state = 'claimed' where message_id = ${claimed}`);
  });
  expect(await release(true)).toMatchObject({ unsure: 1, unconfirmed: 1 });
  expect((await harness.message(underWay)).state).toBe('unsure');
  expect((await harness.message(claimed)).state).toBe('unconfirmed');
});

test('is in the audit log of every workspace', async () => {
  const rows = await platform.database.inTenant(harness.principal.workspaceId, (tx) =>
    tx.query<{ action: string }>(
      sql`select action from audit_log where action like 'system.%' order by created_at`,
    ),
  );
  expect(rows.map(({ action }) => action)).toContain('system.held');
  expect(rows.map(({ action }) => action)).toContain('system.released');
});

test('an owner releases it by the API, and the audit log says who; not where others have workspaces too', async () => {
  const { principal } = harness;
  await restored();
  const queued = await harness.send(conversationId, 'decided on the screen');
  const ask = () => {
    const [binding] = createOperationsRoutes(platform);
    return binding?.handle({ params: {}, query: {}, body: {}, headers: {} } as never, principal);
  };
  expect(await ask()).toEqual({ released: true, unsure: 0, unconfirmed: 1 });
  expect((await harness.message(queued)).state).toBe('unconfirmed');
  expect(await lastReleasedBy(principal.workspaceId)).toBe(principal.memberId);
  expect(await ask()).toEqual({ released: false, unsure: 0, unconfirmed: 0 });

  const elsewhere = await platform.createWorkspace();
  await restored();
  await expect(ask()).rejects.toMatchObject({ code: 'forbidden' });
  expect(await lastReleasedBy(elsewhere)).toBeUndefined();
  expect(await release(false)).toMatchObject({ unconfirmed: 0 });
  expect(await lastReleasedBy(elsewhere)).toBeNull();
});

async function lastReleasedBy(workspaceId: string): Promise<string | null | undefined> {
  const [row] = await platform.database.inTenant(workspaceId, (tx) =>
    tx.query<{ memberId: string | null }>(
      sql`select member_id as "memberId" from audit_log where action = 'system.released'
          order by created_at desc limit 1`,
    ),
  );
  return row?.memberId;
}
