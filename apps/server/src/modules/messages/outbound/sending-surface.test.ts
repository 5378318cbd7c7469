import { randomUUID } from 'node:crypto';
import type { MessageBatch, Problem } from '@renkei/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/database';
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

let lastCustomer = 819_011_110_000;
const newCustomer = () => String((lastCustomer += 1));
const content = {
  kind: 'template',
  name: 'sample_named',
  language: 'en',
  header: { type: 'text', text: '2214' },
  bodyParameters: ['Amara', '¥1,200'],
} as const;
const inMs = (ms: number) => new Date(platform.clock.now().getTime() + ms).toISOString();

async function sendTo(conversationId: string, body: string, more: object = {}): Promise<string> {
  const answer = await world.call('sendMessage', {
    params: { conversationId },
    body: { content: { kind: 'text', body }, ...more },
  });
  return String(answer['id']);
}

interface Created {
  readonly batch: MessageBatch;
  readonly accepted: number;
  readonly refusals: readonly { readonly problem: Problem; readonly lines: readonly number[] }[];
}

const createBatch = (lines: Iterable<unknown> | AsyncIterable<unknown>, key?: string) =>
  world.call('createMessageBatch', {
    query: { channelId },
    lines,
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  }) as Promise<unknown> as Promise<Created>;

async function textsTo(waId: string): Promise<readonly unknown[]> {
  const { sends } = await world.simulator.control.listSends();
  return sends
    .filter(({ to }) => to === waId)
    .map(({ request }) => (request as { text?: { body: string } }).text?.body);
}

describe('when a message goes', () => {
  test('a scheduled one waits for its time, and nothing waits behind it', async () => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    const later = await sendTo(conversationId, 'later', { sendAt: inMs(1_500) });
    const soon = await sendTo(conversationId, 'soon');
    await world.reaches(soon, ['sent', 'delivered', 'read']);
    expect((await world.message(later)).state).toBe('queued');
    await world.reaches(later, ['sent', 'delivered', 'read'], 10_000);
    expect(await textsTo(waId)).toEqual(['soon', 'later']);
  });

  test('a date too far ahead, or a deadline before it is due, is refused and leaves nothing', async () => {
    const conversationId = await world.openConversation(newCustomer());
    const day = 86_400_000;
    await expect(sendTo(conversationId, 'x', { sendAt: inMs(91 * day) })).rejects.toMatchObject({
      code: 'invalid_request',
      fields: [{ path: 'sendAt' }],
    });
    await expect(
      sendTo(conversationId, 'x', { sendAt: inMs(60_000), expiresAt: inMs(30_000) }),
    ).rejects.toMatchObject({ code: 'invalid_request', fields: [{ path: 'expiresAt' }] });
    const rows = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
      tx.query(
        sql`select 1 from messages where conversation_id = ${conversationId} and direction = 'outbound'`,
      ),
    );
    expect(rows).toEqual([]);
  });

  test('what would be due after the window has closed is refused now, not then', async () => {
    const conversationId = await world.openConversation(newCustomer());
    const tomorrow = inMs(25 * 3_600_000);
    await expect(sendTo(conversationId, 'x', { sendAt: tomorrow })).rejects.toMatchObject({
      code: 'window_closed',
    });
    const { id } = await world.call('sendMessage', {
      params: { conversationId },
      body: { content, sendAt: tomorrow },
    });
    expect(await world.message(String(id))).toMatchObject({ state: 'queued' });
  });

  test('a caller may set an earlier deadline than the usual one', async () => {
    const conversationId = await world.openConversation(newCustomer());
    const expiresAt = inMs(900_000);
    const messageId = await sendTo(conversationId, 'x', { sendAt: inMs(600_000), expiresAt });
    const [row] = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
      tx.query<{ deadlineAt: Date }>(
        sql`select deadline_at as "deadlineAt" from outbox where message_id = ${messageId}`,
      ),
    );
    expect(row?.deadlineAt.toISOString()).toBe(expiresAt);
  });
});

test('a key that is empty or endless is refused: the one would be everybody’s, the other nobody’s', async () => {
  const conversationId = await world.openConversation(newCustomer());
  for (const key of ['', 'k'.repeat(201)]) {
    const sent = world.call('sendMessage', {
      params: { conversationId },
      body: { content: { kind: 'text', body: 'x' } },
      headers: { 'idempotency-key': key },
    });
    await expect(sent).rejects.toMatchObject({ code: 'invalid_request' });
    await expect(createBatch([], key)).rejects.toMatchObject({ code: 'invalid_request' });
  }
});

describe('taking back', () => {
  test('a queued message is cancelled and never sent; one that went cannot be', async () => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    const gone = await sendTo(conversationId, 'gone');
    await world.reaches(gone, ['sent', 'delivered', 'read']);
    const taken = await sendTo(conversationId, 'taken', { sendAt: inMs(60_000) });
    const answer = await world.call('cancelMessage', { params: { messageId: taken } });
    expect(answer).toMatchObject({ id: taken, state: 'cancelled' });
    for (const messageId of [gone, taken]) {
      await expect(world.call('cancelMessage', { params: { messageId } })).rejects.toMatchObject({
        code: 'conflict',
      });
    }
    await expect(world.call('cancelMessage', { params: { messageId: randomUUID() } })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await textsTo(waId)).toEqual(['gone']);
    expect(world.audit.map(({ action }) => action)).toContain('message.cancelled');
  });
});

test('what an automation failed to say is said when a person wants it, also where a member answers', async () => {
  const conversationId = await world.openConversation(newCustomer());
  const messageId = await world.outbound.send(world.principal.workspaceId, {
    conversationId,
    content: { kind: 'text', body: 'We are open until six' },
    senderMemberId: null,
    origin: 'automation',
  });
  await world.reaches(messageId, ['sent', 'delivered', 'read']);
  await platform.database.inTenant(world.principal.workspaceId, async (tx) => {
    await tx.execute(
      sql`update messages set state = 'failed', provider_message_id = null where id = ${messageId}`,
    );
    await tx.execute(
      sql`update conversations set assignee_id = ${world.principal.memberId} where id = ${conversationId}`,
    );
  });
  await world.call('resendMessage', { params: { messageId } });
  expect(await world.reaches(messageId, ['sent', 'delivered', 'read', 'failed'])).toMatchObject({
    state: expect.not.stringContaining('failed'),
  });
});

describe('a batch', () => {
  test('queues every line that can be, says what is wrong with the others, and is sent', async () => {
    const people = Array.from({ length: 25 }, newCustomer);
    const lines: unknown[] = people.map((waId) => ({ to: `+${waId}`, content }));
    lines.splice(3, 0, 'not json', { to: '12', content }, { to: '+819011112222' });
    lines.push({ to: '+819011113333', content: { kind: 'text', body: 'never wrote to us' } });
    const { batch, accepted, refusals } = await createBatch(lines);
    expect(accepted).toBe(people.length);
    expect(refusals.map(({ problem, lines: at }) => [problem.code, at])).toEqual(
      expect.arrayContaining([
        ['invalid_request', [4]],
        ['recipient_invalid', [5]],
        ['invalid_request', [6]],
        ['window_never_opened', [29]],
      ]),
    );
    await waitFor(async () => {
      const { counts } = (await world.call('getMessageBatch', {
        params: { batchId: batch.id },
      })) as unknown as MessageBatch;
      const arrived = (counts.sent ?? 0) + (counts.delivered ?? 0) + (counts.read ?? 0);
      return arrived === people.length ? true : undefined;
    });
    const { sends } = await world.simulator.control.listSends();
    expect(sends.filter(({ to }) => people.includes(to ?? '')).length).toBe(people.length);
  });

  test('told twice with one key gives each line once, also those that came later', async () => {
    const lines = Array.from({ length: 5 }, () => ({
      to: `+${newCustomer()}`,
      content,
      sendAt: inMs(600_000),
    }));
    const first = await createBatch(lines.slice(0, 3), 'autumn-1');
    const second = await createBatch(lines, 'autumn-1');
    expect(second.batch.id).toBe(first.batch.id);
    expect(second.accepted).toBe(5);
    expect(second.batch.counts).toEqual({ queued: 5 });
  });

  test('is cancelled as far as nothing has gone, and takes no more lines then', async () => {
    const lines = Array.from({ length: 7 }, () => ({
      to: `+${newCustomer()}`,
      content,
      sendAt: inMs(600_000),
    }));
    const { batch } = await createBatch(lines, 'autumn-2');
    const cancelled = await world.call('cancelMessageBatch', { params: { batchId: batch.id } });
    expect(cancelled).toMatchObject({ id: batch.id, counts: { cancelled: 7 } });
    await expect(createBatch(lines, 'autumn-2')).rejects.toMatchObject({ code: 'conflict' });
    const list = await world.call('listMessageBatches', { query: { limit: 1 } });
    expect(list).toMatchObject({ items: [{ id: batch.id }], nextCursor: expect.any(String) });
    const next = await world.call('listMessageBatches', { query: { limit: 1, cursor: list['nextCursor'] } });
    expect(next).toMatchObject({ items: [expect.objectContaining({ counts: { queued: 5 } })] });
  });

  test('that is cancelled while its lines still come takes none of those that follow', async () => {
    const line = () => ({ to: `+${newCustomer()}`, content, sendAt: inMs(600_000) });
    const newest = async () => {
      const { items } = await world.call('listMessageBatches', { query: { limit: 1 } });
      return (items as MessageBatch[])[0];
    };
    async function* lines() {
      for (let index = 0; index < 200; index += 1) yield line();
      const batch = await waitFor(async () => {
        const begun = await newest();
        return begun?.counts.queued === 200 ? begun : undefined;
      });
      await world.call('cancelMessageBatch', { params: { batchId: batch.id } });
      yield line();
    }
    await expect(createBatch(lines())).rejects.toMatchObject({ code: 'conflict' });
    expect((await newest())?.counts).toEqual({ cancelled: 200 });
  });

  test('is cancelled to its end, however many of its messages are just being sent', async () => {
    const { batch } = await createBatch([{ to: `+${newCustomer()}`, content, sendAt: inMs(600_000) }]);
    await platform.database.inTenant(world.principal.workspaceId, (tx) =>
      tx.execute(sql`
        insert into messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, kind, content, preview,
          state, shown_at, arrival, batch_id, created_at)
        select workspace_id, ('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid, conversation_id,
          channel_id, contact_id, 'outbound', kind, content, preview, 'queued', shown_at, nextval('message_arrival'),
          batch_id, created_at
        from messages cross join generate_series(1, 600) number where batch_id = ${batch.id}`),
    );
    const cancelled = await world.call('cancelMessageBatch', { params: { batchId: batch.id } });
    expect(cancelled).toMatchObject({ counts: { queued: 600, cancelled: 1 } });
  });

  test('in which one key stands for two people sends to the first and tells of the second', async () => {
    const line = (idempotencyKey: string) => ({
      to: `+${newCustomer()}`,
      content,
      sendAt: inMs(600_000),
      idempotencyKey,
    });
    const { accepted, refusals } = await createBatch([line('twice'), line('twice'), line('once')]);
    expect(accepted).toBe(2);
    expect(refusals.map(({ problem, lines }) => [problem.code, lines])).toEqual([['conflict', [2]]]);
  });

  test('of a program stands behind what people write, whatever it is for', async () => {
    const line = { to: `+${newCustomer()}`, content, sendAt: inMs(600_000) };
    const query = { channelId, origin: 'api' };
    const created = await world.call('createMessageBatch', { query, lines: [line] });
    const rows = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
      tx.query(sql`
        select o.priority from outbox o join messages m on m.id = o.message_id
        where m.batch_id = ${(created['batch'] as MessageBatch).id}`),
    );
    expect(rows).toEqual([{ priority: 1 }]);
  });

  test('leaves nothing behind for a line that is refused', async () => {
    await createBatch([{ to: '+819011114444', content: { kind: 'text', body: 'never wrote to us' } }]);
    const rows = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
      tx.query(sql`select 1 from identities where value = '819011114444'`),
    );
    expect(rows).toEqual([]);
  });

  test('gives one person who is there twice both messages, in their order', async () => {
    const waId = newCustomer();
    await world.openConversation(waId);
    const text = (body: string) => ({ kind: 'text', body });
    const { accepted } = await createBatch([
      { to: `+${waId}`, content: text('first') },
      { to: `+81-${waId.slice(2)}`, content: text('second') },
      { to: `+81 ${waId.slice(2)}`, content: text('third') },
    ]);
    expect(accepted).toBe(3);
    await waitFor(async () => ((await textsTo(waId)).length === 3 ? true : undefined));
    expect(await textsTo(waId)).toEqual(['first', 'second', 'third']);
  });

  test('of a channel that is not there is refused', async () => {
    const created = world.call('createMessageBatch', { query: { channelId: randomUUID() }, lines: [] });
    await expect(created).rejects.toMatchObject({ code: 'not_found' });
  });
});
