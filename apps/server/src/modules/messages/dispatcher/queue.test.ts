import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql, type TenantTransaction } from '#platform/database';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { sendStore } from '../send-store.ts';

let platform: TestPlatform;
let workspaceId: string;
let channelId: string;

beforeAll(async () => {
  platform = await createTestPlatform();
});
afterAll(() => platform?.close());

const now = new Date('2026-11-22T09:00:00Z');
const seconds = (count: number) => new Date(now.getTime() + count * 1_000);
const inTenant = <Result>(work: (tx: TenantTransaction) => Promise<Result>) =>
  platform.database.inTenant(workspaceId, work);

async function openChannel(): Promise<void> {
  workspaceId = await platform.createWorkspace();
  channelId = randomUUID();
}

/** A conversation whose window is open. */
function createConversation(): Promise<string> {
  return inTenant(async (tx) => {
    const id = randomUUID();
    await tx.execute(sql`
      insert into conversations (workspace_id, id, channel_id, contact_id, recipient_phone, window_closes_at, created_at)
      values (${workspaceId}, ${id}, ${channelId}, ${id}, '819000000000', ${seconds(86_400)}, ${now})`);
    return id;
  });
}

interface Queued {
  readonly priority?: number;
  readonly waitsForDelivery?: boolean;
  readonly dueAt?: Date;
}

function queue(conversationId: string, { priority = 0, waitsForDelivery = false, dueAt = now }: Queued = {}) {
  return inTenant(async (tx) => {
    const id = randomUUID();
    const content = { kind: 'text', body: 'hello' } as const;
    await tx.execute(sql`
      insert into messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, kind, content, preview,
        state, shown_at, arrival, created_at, waits_for_delivery)
      values (${workspaceId}, ${id}, ${conversationId}, ${channelId}, ${conversationId}, 'outbound', 'text',
        ${JSON.stringify(content)}, 'hello', 'queued', ${now}, nextval('message_arrival'), ${now}, ${waitsForDelivery})`);
    const send = {
      messageId: id,
      conversation: {
        id: conversationId,
        channelId,
        recipientPhone: '819000000000',
        recipientUserId: null,
        recipientGroupId: null,
        windowClosesAt: seconds(86_400),
      },
      content,
      at: now,
      dueAt,
      notAfter: undefined,
      priority,
      waits: false,
    };
    await sendStore.enqueue(tx, [send]);
    return id;
  });
}

const due = (at = now, limit = 10, first = 0) =>
  inTenant(async (tx) =>
    (await sendStore.lockDueCandidates(tx, channelId, at, limit, first)).map(({ messageId }) => messageId),
  );

async function dispatch(messageId: string): Promise<string> {
  const attemptKey = randomUUID();
  await inTenant(async (tx) => {
    const lease = { workspaceId, channelId, owner: randomUUID(), fence: '1' };
    await sendStore.insertAttempts(tx, channelId, [{ messageId, attemptKey }], now);
    await sendStore.markDispatched(tx, lease, [{ messageId, attemptKey }], true);
  });
  return attemptKey;
}

const accept = (messageId: string, attemptKey: string, at = now) =>
  inTenant((tx) => sendStore.deleteAccepted(tx, [messageId], [attemptKey], at));

describe('what of a queue may go', () => {
  beforeAll(openChannel);

  it('is the first of each conversation, and the next when that one has left', async () => {
    const conversation = await createConversation();
    const [first, second] = [await queue(conversation), await queue(conversation)];
    expect(await due()).toEqual([first]);
    const key = await dispatch(first);
    expect(await due()).toEqual([]);
    await accept(first, key);
    expect(await due()).toEqual([second]);
    await inTenant((tx) => sendStore.deleteFromOutbox(tx, [second]));
  });

  it('are replies before automations before campaigns, also within a conversation', async () => {
    const [one, other] = [await createConversation(), await createConversation()];
    const campaign = await queue(one, { priority: 2 });
    const automation = await queue(other, { priority: 1 });
    const reply = await queue(one);
    expect(await due()).toEqual([reply, automation]);
    await inTenant((tx) => sendStore.deleteFromOutbox(tx, [reply, automation]));
    expect(await due()).toEqual([campaign]);
    await inTenant((tx) => sendStore.deleteFromOutbox(tx, [campaign]));
  });

  it('are campaigns first when it is their turn, but never before a reply of the same conversation', async () => {
    const [one, other] = [await createConversation(), await createConversation()];
    const reply = await queue(one);
    const behindReply = await queue(one, { priority: 2 });
    const campaign = await queue(other, { priority: 2 });
    expect(await due(now, 1)).toEqual([reply]);
    expect(await due(now, 1, 2)).toEqual([campaign]);
    expect(await due(now, 10, 2)).toEqual([campaign, reply]);
    await inTenant((tx) => sendStore.deleteFromOutbox(tx, [reply, behindReply, campaign]));
  });

  it('waits at most 20 s behind one of which nobody knows, and not at all once it is settled', async () => {
    const conversation = await createConversation();
    const [first, second] = [await queue(conversation), await queue(conversation)];
    await dispatch(first);
    await inTenant((tx) => sendStore.markUnsure(tx, [first], now));
    expect(await due(seconds(19))).toEqual([]);
    expect(await due(seconds(20))).toEqual([second]);
    await inTenant((tx) => sendStore.deleteFromOutbox(tx, [first]));
    expect(await due(seconds(1))).toEqual([second]);
    await inTenant((tx) => sendStore.deleteFromOutbox(tx, [second]));
  });

  it('of a sequence waits until the one before was delivered, 20 s at most', async () => {
    const conversation = await createConversation();
    const [first, second] = [
      await queue(conversation, { waitsForDelivery: true }),
      await queue(conversation, { waitsForDelivery: true }),
    ];
    await accept(first, await dispatch(first));
    expect(await due(seconds(1))).toEqual([]);
    await inTenant((tx) => sendStore.deleteAwaiting(tx, [first]));
    expect(await due(seconds(1))).toEqual([second]);
    const third = await queue(conversation);
    await accept(second, await dispatch(second));
    expect(await due(seconds(19))).toEqual([]);
    await inTenant((tx) => sendStore.endWaiting(tx, channelId, seconds(0)));
    expect(await due(seconds(20))).toEqual([third]);
    await inTenant((tx) => sendStore.deleteFromOutbox(tx, [third]));
  });

  it('goes in the order in which it became due, however late that is noticed and whenever it was queued', async () => {
    const conversation = await createConversation();
    const third = await queue(conversation, { dueAt: seconds(30) });
    const first = await queue(conversation, { dueAt: seconds(10) });
    const second = await queue(conversation, { dueAt: seconds(20) });
    await platform.database.inSystem(async (tx) => {
      // As PostgreSQL joins where it has statistics of a small table.
      await tx.execute(sql`set local enable_nestloop = off`);
      await tx.execute(sql`set local enable_mergejoin = off`);
      await sendStore.queueDue(tx, seconds(60));
    });
    for (const next of [first, second, third]) {
      expect(await due(seconds(60))).toEqual([next]);
      await inTenant((tx) => sendStore.deleteFromOutbox(tx, [next]));
    }
  });

  it('passes one that is held for a reason of its own, and keeps behind one that is tried again', async () => {
    const conversation = await createConversation();
    const [first, second] = [await queue(conversation), await queue(conversation)];
    const until = { messageId: first, notBefore: seconds(600), reason: 'gate' };
    await inTenant((tx) => sendStore.postpone(tx, [{ ...until, yields: true }]));
    expect(await due()).toEqual([second]);
    await inTenant((tx) => sendStore.postpone(tx, [until]));
    expect(await due()).toEqual([]);
    expect(await due(seconds(600))).toEqual([first]);
    await inTenant((tx) => sendStore.deleteFromOutbox(tx, [first, second]));
  });

  it('is found again when older code took away what stood before it', async () => {
    const conversation = await createConversation();
    const [first, second] = [await queue(conversation), await queue(conversation)];
    await inTenant(async (tx) => {
      await sendStore.deleteFromOutbox(tx, [first]);
      await tx.execute(sql`update outbox set behind = true where message_id = ${second}`);
    });
    expect(await due()).toEqual([]);
    await inTenant((tx) => sendStore.releaseForgotten(tx, channelId));
    expect(await due()).toEqual([second]);
    await inTenant((tx) => sendStore.deleteFromOutbox(tx, [second]));
  });
});

describe('a long queue', () => {
  const rows = 5_000;
  beforeAll(openChannel);

  it('of one customer slows nobody behind it, and is read once and not again and again', async () => {
    const long = await createConversation();
    await queue(long);
    await inTenant(async (tx) => {
      await tx.execute(sql`
        insert into outbox (workspace_id, message_id, channel_id, conversation_id, recipient, state, position, not_before,
          deadline_at)
        select ${workspaceId}, gen_random_uuid(), ${channelId}, ${long}, '819000000000', 'queued',
          nextval('outbox_position'), ${now}, ${seconds(36_000)} from generate_series(1, ${rows})`);
      await tx.execute(sql`
        insert into messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, kind, content, preview,
          state, shown_at, arrival, created_at)
        select ${workspaceId}, message_id, ${long}, ${channelId}, ${long}, 'outbound', 'text',
          '{"kind":"text","body":"hello"}', 'hello', 'queued', ${now}, nextval('message_arrival'), ${now}
        from outbox where workspace_id = ${workspaceId} and attempts = 0
        on conflict do nothing`);
    });
    const other = await queue(await createConversation());
    const begunAt = performance.now();
    let found: readonly string[] = [];
    let looks = 0;
    while (!found.includes(other)) {
      found = await due(now, 100);
      looks += 1;
    }
    expect(looks).toBeLessThan(20);
    const passedMs = performance.now() - begunAt;
    const againAt = performance.now();
    for (let turn = 0; turn < 20; turn += 1) await due(now, 100);
    expect((performance.now() - againAt) / 20).toBeLessThan(Math.max(20, passedMs / 10));
  });
});
