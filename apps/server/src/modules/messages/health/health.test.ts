import { randomUUID } from 'node:crypto';
import type { Health, UnsettledMessage } from '@renkei/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { liftHold, placeHold } from '#platform/hold';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { waitFor } from '../../../../test/wait-for.ts';

let platform: TestPlatform;
let world: SendingHarness;
let channelId: string;

beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform);
  channelId = await world.connect();
});
afterAll(async () => {
  await world?.close();
  await platform?.close();
});

let lastCustomer = 819_022_220_000;
const newCustomer = () => String((lastCustomer += 1));
const inMs = (ms: number) => new Date(platform.clock.now().getTime() + ms);

const health = () => world.call('getHealth') as Promise<unknown> as Promise<Health>;
async function queue() {
  const [only] = (await health()).queues;
  if (!only) throw new Error('No queue');
  return only;
}

async function unsettled(query: object): Promise<readonly UnsettledMessage[]> {
  const { items } = await world.call('listUnsettledMessages', { query: { ...query } });
  return items as readonly UnsettledMessage[];
}

/** A message that is at this state, without anything having happened. */
async function insertMessage(state: string, conversationId: string, shownAt = new Date()): Promise<string> {
  const id = randomUUID();
  await platform.database.inTenant(world.principal.workspaceId, (tx) =>
    tx.execute(sql`
      insert into messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, kind, content, preview,
        state, shown_at, arrival, origin, created_at)
      select workspace_id, ${id}, id, channel_id, contact_id, 'outbound', 'text',
        ${JSON.stringify({ kind: 'text', body: 'hello', previewUrl: false })}, 'hello', ${state}, ${shownAt},
        nextval('message_arrival'), 'inbox', ${shownAt}
      from conversations where id = ${conversationId}`),
  );
  return id;
}

test('tells how many wait for a time, when the next is due, and how many were taken in the last minute', async () => {
  const conversationId = await world.openConversation(newCustomer());
  const sendAt = inMs(3_600_000).toISOString();
  await world.call('sendMessage', {
    params: { conversationId },
    body: { content: { kind: 'text', body: 'later' }, sendAt },
  });
  await world.reaches(await world.send(conversationId, 'now'), ['sent', 'delivered', 'read']);
  const { counts, nextScheduledAt, throughput, holds, portfolio } = await queue();
  expect(counts).toMatchObject({ scheduled: 1, queued: 0, unsure: 0 });
  expect(nextScheduledAt).toBe(sendAt);
  expect(throughput).toMatchObject({ acceptedLastMinute: 1, limitPerSecond: 80, allowedPerSecond: 80 });
  expect(holds).toEqual([]);
  expect(portfolio).toMatchObject({ used: 0 });
});

test('names what holds a queue: the system, the number, and what single messages wait for', async () => {
  const conversationId = await world.openConversation(newCustomer());
  await platform.database.inSystem((tx) => placeHold(tx, 'operator', platform.clock.now()));
  try {
    const first = await world.send(conversationId, 'one');
    const second = await world.send(conversationId, 'two');
    const held = await health();
    expect(held.hold).toMatchObject({ reason: 'operator' });
    expect(held.needsAttention).toBe(true);
    expect(held.queues[0]?.counts.queued).toBe(2);
    expect(held.queues[0]?.oldestQueuedAt).not.toBeNull();
    expect(held.queues[0]?.holds[0]).toEqual({
      reason: 'system_held',
      count: 2,
      until: null,
      problem: null,
    });
    await platform.database.inTenant(world.principal.workspaceId, async (tx) => {
      await tx.execute(sql`update outbox set hold_reason = 'portfolio_limit', not_before = ${inMs(3_600_000)}
        where message_id = ${first}`);
      await tx.execute(sql`update outbox set behind = true where message_id = ${second}`);
    });
    const { holds } = await queue();
    expect(holds.map(({ reason, count }) => [reason, count])).toEqual([
      ['system_held', 2],
      ['portfolio_limit', 1],
      ['order', 1],
    ]);
    expect(holds[1]?.until).not.toBeNull();
    expect(holds[2]?.until).toBeNull();
    await world.call('cancelMessage', { params: { messageId: first } });
    await world.call('cancelMessage', { params: { messageId: second } });
  } finally {
    await platform.database.inSystem(liftHold);
  }
});

test('lists what nobody knows and what failed within a week, page by page, with whom and what can be done', async () => {
  const conversationId = await world.openConversation(newCustomer());
  const unsure = await insertMessage('unsure', conversationId);
  const ids = [
    await insertMessage('failed', conversationId, inMs(-3_000)),
    await insertMessage('failed', conversationId, inMs(-2_000)),
    await insertMessage('failed', conversationId, inMs(-1_000)),
  ];
  await insertMessage('failed', conversationId, inMs(-8 * 86_400_000));
  expect((await health()).unsettled).toEqual({ unsure: 1, unconfirmed: 0, failed: 3 });
  const first = await world.call('listUnsettledMessages', { query: { state: 'failed', limit: 2 } });
  const second = await world.call('listUnsettledMessages', {
    query: { state: 'failed', limit: 2, cursor: first['nextCursor'] },
  });
  const all = [...(first['items'] as UnsettledMessage[]), ...(second['items'] as UnsettledMessage[])];
  expect(all.map(({ id }) => id)).toEqual(ids.toReversed());
  expect(second['nextCursor']).toBeNull();
  expect(all[0]).toMatchObject({
    conversationId,
    channel: { id: channelId },
    preview: 'hello',
    actions: ['resend', 'dismiss'],
  });
  expect(all[0]?.contact.name).not.toBe('');
  expect(await unsettled({ state: 'failed', channelId: randomUUID() })).toEqual([]);
  expect(await unsettled({ state: 'unsure' })).toMatchObject([{ id: unsure, actions: [] }]);
  await expect(
    world.call('listUnsettledMessages', { query: { state: 'failed', cursor: 'nonsense' } }),
  ).rejects.toMatchObject({ code: 'invalid_request' });
  await world.call('dismissMessages', { body: { messageIds: ids } });
});

test('what is left as it is leaves the list, once and audited; sent again in vain it comes back', async () => {
  const conversationId = await world.openConversation(newCustomer());
  const unconfirmed = await insertMessage('unconfirmed', conversationId);
  const unsure = await insertMessage('unsure', conversationId);
  expect((await health()).needsAttention).toBe(true);
  const dismiss = () =>
    world.call('dismissMessages', { body: { messageIds: [unconfirmed, unsure, randomUUID()] } });
  expect(await dismiss()).toEqual({ dismissed: [unconfirmed] });
  expect(await dismiss()).toEqual({ dismissed: [] });
  expect(world.audit.filter(({ action }) => action === 'message.dismissed')).toContainEqual({
    action: 'message.dismissed',
    subjectId: unconfirmed,
  });
  expect(await unsettled({ state: 'unconfirmed' })).toEqual([]);
  expect((await health()).needsAttention).toBe(false);

  await world.call('resendMessage', { params: { messageId: unconfirmed } });
  await world.reaches(unconfirmed, ['sent', 'delivered', 'read']);
  await platform.database.inTenant(world.principal.workspaceId, (tx) =>
    tx.execute(sql`update messages set state = 'failed' where id = ${unconfirmed}`),
  );
  expect(await unsettled({ state: 'failed' })).toMatchObject([{ id: unconfirmed }]);
});

test('many are sent again at once, each judged by itself', async () => {
  const conversationId = await world.openConversation(newCustomer());
  const failed = await insertMessage('failed', conversationId);
  const unsure = await insertMessage('unsure', conversationId);
  const missing = randomUUID();
  const answer = await world.call('resendMessages', { body: { messageIds: [failed, unsure, missing] } });
  expect(answer).toMatchObject({
    resent: [failed],
    refused: [
      { index: 1, problem: { code: 'conflict' } },
      { index: 2, problem: { code: 'not_found' } },
    ],
  });
  await world.reaches(failed, ['sent', 'delivered', 'read']);
});

test('tells how far the intake is behind, and what is in quarantine', async () => {
  const receivedAt = inMs(-120_000);
  await platform.database.inTenant(world.principal.workspaceId, async (tx) => {
    for (const [id, lane, quarantinedAt] of [
      ['8000000000000000001', 3, null],
      ['8000000000000000002', 0, receivedAt],
    ] as const) {
      await tx.execute(sql`
        insert into raw_event_jobs (workspace_id, raw_event_id, received_at, run_at, quarantined_at, lane)
        values (${tx.workspaceId}, ${id}, ${receivedAt}, now() + interval '1 day', ${quarantinedAt}, ${lane})`);
    }
  });
  const { intake, needsAttention } = await health();
  expect(intake).toMatchObject({ oldestAt: receivedAt.toISOString(), quarantined: 1 });
  expect(intake.pending).toBeGreaterThanOrEqual(1);
  expect(intake.lagMs).toBeGreaterThanOrEqual(120_000);
  expect(needsAttention).toBe(true);
  await platform.database.inTenant(world.principal.workspaceId, (tx) =>
    tx.execute(sql`delete from raw_event_jobs where raw_event_id > 7000000000000000000`),
  );
  await waitFor(async () => ((await health()).intake.pending === 0 ? true : undefined));
});

test('a long queue is counted to the ceiling and no further', async () => {
  const conversationId = await world.openConversation(newCustomer());
  await platform.database.inSystem((tx) => placeHold(tx, 'operator', platform.clock.now()));
  try {
    await platform.database.inTenant(world.principal.workspaceId, (tx) =>
      tx.execute(sql`
        insert into outbox (workspace_id, message_id, channel_id, conversation_id, recipient, state, position, not_before,
          deadline_at)
        select ${tx.workspaceId}, gen_random_uuid(), ${channelId}, ${conversationId}, '1', 'queued',
          nextval('outbox_position'), now(), now() + interval '1 hour'
        from generate_series(1, 10100)`),
    );
    const { counts, holds } = await queue();
    expect(counts.queued).toBe(10_000);
    expect(holds[0]).toMatchObject({ reason: 'system_held', count: 10_000 });
  } finally {
    await platform.database.inTenant(world.principal.workspaceId, (tx) =>
      tx.execute(sql`delete from outbox where recipient = '1'`),
    );
    await platform.database.inSystem(liftHold);
  }
});
