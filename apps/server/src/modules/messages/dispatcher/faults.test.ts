import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { waitFor } from '../../../../test/wait-for.ts';

/**
 * What must hold whatever goes wrong between us and the provider: at most one accepted send per message, and every
 * message ends as sent, failed or unconfirmed. The simulator's ledger is the judge.
 */
let platform: TestPlatform;
let world: SendingHarness;
let channelId: string;

const settings = { leaseMs: 2_000, discoverMs: 100, stopTimeoutMs: 3_000 };

beforeEach(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform, { settings });
  channelId = await world.connect();
});
afterEach(async () => {
  await world?.close();
  await platform?.close();
});

const arrived = ['delivered', 'read'];

function inWorkspace<Row extends object>(statement: ReturnType<typeof sql>): Promise<readonly Row[]> {
  return platform.database.inTenant(world.principal.workspaceId, (tx) => tx.query<Row>(statement));
}

async function openConversations(count: number): Promise<readonly string[]> {
  return Promise.all(
    Array.from({ length: count }, (_, index) => world.openConversation(String(819_055_500_000 + index))),
  );
}

/** How often each text was accepted. */
async function acceptedTexts(): Promise<ReadonlyMap<string, number>> {
  const { sends } = await world.simulator.control.listSends();
  const counts = new Map<string, number>();
  for (const { request } of sends) {
    const { text } = request as { text?: { body: string } };
    if (text) counts.set(text.body, (counts.get(text.body) ?? 0) + 1);
  }
  return counts;
}

async function expectEachAcceptedOnce(texts: readonly string[]): Promise<void> {
  const counts = await acceptedTexts();
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(texts.map((text) => [text, 1])));
}

async function sendMany(conversations: readonly string[], count: number) {
  const texts = Array.from({ length: count }, (_, index) => `Message ${index}`);
  const ids = await Promise.all(
    texts.map((text, index) => world.send(conversations[index % conversations.length] ?? '', text)),
  );
  return { texts, ids };
}

async function allReach(ids: readonly string[], states: readonly string[], withinMs = 20_000) {
  for (const id of ids) await world.reaches(id, states, withinMs);
}

describe('an access token that has expired', () => {
  it('holds the queue, fails nothing, and a new token lets everything go', async () => {
    const conversations = await openConversations(5);
    await world.simulator.control.expireTokens();
    const { texts, ids } = await sendMany(conversations, 10);
    await waitFor(async () => {
      const channel = await world.call('getChannel', { params: { channelId } });
      return channel['state'] === 'token_expired' ? channel : undefined;
    });
    const later = await world.send(conversations[0] ?? '', 'Accepted while held');
    const held = await world.message(later);
    expect(held).toMatchObject({ state: 'queued', failure: { code: 'channel_token_expired' } });
    for (const id of ids) expect((await world.message(id)).state).toBe('queued');
    expect(await world.call('getChannel', { params: { channelId } })).toMatchObject({
      queuedCount: 11,
      problem: { code: 'channel_token_expired', providerCode: 190 },
    });
    const { apps } = await world.simulator.control.getWorld();
    await world.simulator.control.mergeWorld({
      apps: [{ id: apps[0]?.id ?? '', accessToken: 'EAAfreshtoken' }],
    });
    await expect(
      world.call('updateChannel', { params: { channelId }, body: { accessToken: 'EAAwrong' } }),
    ).rejects.toMatchObject({ code: 'channel_token_wrong' });
    await world.call('updateChannel', { params: { channelId }, body: { accessToken: 'EAAfreshtoken' } });
    await allReach([...ids, later], arrived);
    await expectEachAcceptedOnce([...texts, 'Accepted while held']);
    expect((await world.message(later)).failure).toBeNull();
  });

  it('still lets messages end at their deadline', async () => {
    const [conversationId = ''] = await openConversations(1);
    await world.simulator.control.expireTokens();
    const messageId = await world.send(conversationId, 'Too late');
    await inWorkspace(sql`update conversations set window_closes_at = now() - interval '1 second'`);
    await inWorkspace(sql`update outbox set deadline_at = now() - interval '1 second'`);
    const { failure } = await world.reaches(messageId, ['failed']);
    expect(failure?.code).toBe('send_expired');
  });
});

describe('an answer that never comes', () => {
  it('makes the message unsure, and its status proves that it was accepted: one send', async () => {
    const [conversationId = ''] = await openConversations(1);
    world.setIntake(false);
    await world.simulator.control.setFaults({ lostAnswer: 1 });
    const messageId = await world.send(conversationId, 'Lost');
    await world.reaches(messageId, ['unsure']);
    await world.simulator.control.clearFaults();
    world.setIntake(true);
    await world.reaches(messageId, arrived);
    await expectEachAcceptedOnce(['Lost']);
    expect(await inWorkspace(sql`select 1 from outbox`)).toEqual([]);
  });

  it('is given up as unconfirmed only after its time, and evidence counts even then', async () => {
    const [conversationId = ''] = await openConversations(1);
    world.setIntake(false);
    await world.simulator.control.setFaults({ lostAnswer: 1 });
    const messageId = await world.send(conversationId, 'Lost');
    await world.reaches(messageId, ['unsure']);
    await inWorkspace(sql`update outbox set unsure_since = now() - interval '11 minutes'`);
    await world.simulator.control.clearFaults();
    const later = await world.send(conversationId, 'Later');
    await world.reaches(later, ['sent']);
    expect((await world.message(messageId)).state).toBe('unsure');
    await inWorkspace(sql`update outbox set unsure_since = now() - interval '61 minutes'`);
    const { failure } = await world.reaches(messageId, ['unconfirmed']);
    expect(failure?.code).toBe('send_unconfirmed');
    world.setIntake(true);
    await world.reaches(messageId, arrived);
    await expectEachAcceptedOnce(['Lost', 'Later']);
  });

  it('keeps later messages of the conversation waiting for it, and no others', async () => {
    const [conversationId = '', other = ''] = await openConversations(2);
    world.setIntake(false);
    await world.simulator.control.setFaults({ lostAnswer: 1 });
    const first = await world.send(conversationId, 'First');
    await world.reaches(first, ['unsure']);
    await world.simulator.control.clearFaults();
    const second = await world.send(conversationId, 'Second');
    const elsewhere = await world.send(other, 'Elsewhere');
    await world.reaches(elsewhere, ['sent']);
    expect((await world.message(second)).state).toBe('queued');
    await inWorkspace(
      sql`update outbox set unsure_since = now() - interval '21 seconds' where state = 'unsure'`,
    );
    await world.reaches(second, ['sent']);
  });
});

describe('a process that dies', () => {
  it('between dispatch and answer leaves an unsure message that is never sent again', async () => {
    const [conversationId = ''] = await openConversations(1);
    for (const worker of world.outbound.workers) await worker.stop();
    world.setIntake(false);
    await world.simulator.control.setFaults({ acceptDelayMs: 3_000 });
    const dying = world.startOutbound({ stopTimeoutMs: 0 });
    for (const worker of dying.workers) await worker.start();
    const messageId = await world.send(conversationId, 'Once');
    await waitFor(async () => ((await acceptedTexts()).size > 0 ? true : undefined));
    for (const worker of dying.workers) await worker.stop();
    expect(await inWorkspace(sql`select state from outbox`)).toEqual([{ state: 'dispatched' }]);
    const next = world.startOutbound();
    for (const worker of next.workers) await worker.start();
    await world.reaches(messageId, ['unsure']);
    world.setIntake(true);
    await world.reaches(messageId, arrived);
    for (const worker of next.workers) await worker.stop();
    await expectEachAcceptedOnce(['Once']);
  });

  it('gives its claimed files back to the queue', async () => {
    const [conversationId = ''] = await openConversations(1);
    for (const worker of world.outbound.workers) await worker.stop();
    const messageId = await world.send(conversationId, 'Claimed');
    await inWorkspace(sql`update outbox set state = 'claimed', fence = 0`);
    const next = world.startOutbound();
    for (const worker of next.workers) await worker.start();
    await world.reaches(messageId, arrived);
    for (const worker of next.workers) await worker.stop();
  });

  it('is not replaced before its lease is over', async () => {
    const [conversationId = ''] = await openConversations(1);
    for (const worker of world.outbound.workers) await worker.stop();
    await inWorkspace(sql`
      insert into channel_leases as l (workspace_id, channel_id, owner, fence, lease_until)
      values (${world.principal.workspaceId}, ${channelId}, gen_random_uuid(), 7, now() + interval '1500 ms')
      on conflict (workspace_id, channel_id) do update set owner = excluded.owner, lease_until = excluded.lease_until`);
    const startedAt = performance.now();
    const next = world.startOutbound();
    for (const worker of next.workers) await worker.start();
    const messageId = await world.send(conversationId, 'Patience');
    await world.reaches(messageId, arrived);
    expect(performance.now() - startedAt).toBeGreaterThan(1_300);
    for (const worker of next.workers) await worker.stop();
  });

  it('in an orderly way finishes what is under way', async () => {
    const [conversationId = ''] = await openConversations(1);
    await world.simulator.control.setFaults({ acceptDelayMs: 400 });
    const messageId = await world.send(conversationId, 'Nearly done');
    await waitFor(async () => ((await acceptedTexts()).size > 0 ? true : undefined));
    for (const worker of world.outbound.workers) await worker.stop();
    expect(['sent', ...arrived]).toContain((await world.message(messageId)).state);
  });
});

describe('throttling and trouble at the provider', () => {
  it('sends everything once through a storm of refusals that pass', async () => {
    const conversations = await openConversations(20);
    const match = { method: 'POST', edge: 'messages' } as const;
    await world.simulator.control.setFaults({
      answer: [
        { match, status: 400, code: 130429, probability: 0.05, times: 2 },
        { match, status: 400, code: 131056, probability: 0.1, times: 2 },
        { match, status: 503, code: 131016, probability: 0.1, times: 5 },
        { match, status: 500, code: 2, probability: 0.1, times: 5 },
      ],
      duplicate: 0.2,
      reorder: 0.2,
    });
    const { texts, ids } = await sendMany(conversations, 60);
    await allReach(ids, arrived, 60_000);
    await expectEachAcceptedOnce(texts);
  }, 90_000);

  it('never goes above the number’s 80 a second nor the customer’s burst of 45', async () => {
    const conversations = await openConversations(40);
    const { texts, ids } = await sendMany(conversations, 160);
    const burst = Array.from({ length: 50 }, (_, index) => `Burst ${index}`);
    const burstIds: string[] = [];
    for (const text of burst) burstIds.push(await world.send(conversations[0] ?? '', text));
    await allReach(ids, arrived, 30_000);
    await allReach(burstIds.slice(0, 40), arrived, 30_000);
    expect(await inWorkspace(sql`select error from attempts where state = 'rejected'`)).toEqual([]);
    const { sends } = await world.simulator.control.listSends();
    const times = sends.map(({ acceptedAt }) => acceptedAt).toSorted((one, other) => one - other);
    const inOneSecond = times.map(
      (at, index) => times.slice(index).filter((time) => time < at + 1_000).length,
    );
    expect(Math.max(...inOneSecond)).toBeLessThanOrEqual(82);
    const counts = await acceptedTexts();
    expect(texts.every((text) => counts.get(text) === 1)).toBe(true);
    // 4 of the first 160 went to the same customer: 40 of the burst fit, the rest pays six seconds each.
    await waitFor(async () => {
      const [row] = await inWorkspace(sql`select 1 from outbox where hold_reason = 'pair_rate'`);
      return row;
    });
  }, 60_000);

  it('sends to one customer in the order in which they were queued', async () => {
    const [conversationId = ''] = await openConversations(1);
    const texts = Array.from({ length: 20 }, (_, index) => `Line ${index}`);
    const ids: string[] = [];
    for (const text of texts) ids.push(await world.send(conversationId, text));
    await allReach(ids, arrived);
    expect([...(await acceptedTexts()).keys()]).toEqual(texts);
  });
});

describe('two processes on one database', () => {
  it('send each message once', async () => {
    const conversations = await openConversations(20);
    const second = world.startOutbound();
    for (const worker of second.workers) await worker.start();
    const { texts, ids } = await sendMany(conversations, 100);
    await allReach(ids, arrived);
    for (const worker of second.workers) await worker.stop();
    await expectEachAcceptedOnce(texts);
  });
});

describe('a database that goes away', () => {
  it('while messages are sent loses none and doubles none', async () => {
    const conversations = await openConversations(20);
    const { texts, ids } = await sendMany(conversations, 150);
    const admin = new pg.Client(platform.temporary.adminConnection);
    await admin.connect();
    for (let cut = 0; cut < 3; cut += 1) {
      await waitFor(async () => ((await acceptedTexts()).size > 30 * (cut + 1) ? true : undefined));
      await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`);
    }
    await admin.end();
    await allReach(ids, arrived, 30_000);
    await expectEachAcceptedOnce(texts);
  }, 60_000);
});
