import { randomUUID } from 'node:crypto';
import type { SendableContentInput, Template } from '@renkei/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

let lastCustomer = 819_012_340_000;
const newCustomer = () => String((lastCustomer += 1));

async function sendContent(conversationId: string, content: SendableContentInput, more: object = {}) {
  const answer = await world.call('sendMessage', {
    params: { conversationId },
    body: { content, ...more },
  });
  return String(answer['id']);
}

/** The bodies the simulator accepted for this customer. */
async function requestsTo(waId: string) {
  const { sends } = await world.simulator.control.listSends();
  return sends.filter(({ to }) => to === waId).map(({ request }) => request);
}

describe('what is beside the content arrives, too', () => {
  it('a reaction, on the message of the customer and on nothing else', async () => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    const target = await lastMessageOf(conversationId);
    await sendContent(conversationId, { kind: 'reaction', targetMessageId: target.id, emoji: '👍' });
    const shown = await waitFor(async () => {
      const [row] = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
        tx.query<{ emoji: string; author: string }>(
          sql`select emoji, author from reactions where target_provider_message_id = ${target.providerMessageId}`,
        ),
      );
      return row;
    });
    expect(shown).toEqual({ emoji: '👍', author: 'business' });
    const foreign = await world.openConversation(newCustomer());
    await expect(
      sendContent(foreign, { kind: 'reaction', targetMessageId: target.id, emoji: '👍' }),
    ).rejects.toMatchObject({ code: 'content_not_allowed' });
  });

  it('a quote of the message it answers', async () => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    const target = await lastMessageOf(conversationId);
    const content = { kind: 'text', body: 'Yes' } as const;
    const messageId = await sendContent(conversationId, content, { replyToMessageId: target.id });
    await world.reaches(messageId, ['sent', 'delivered', 'read']);
    expect(await requestsTo(waId)).toMatchObject([{ context: { message_id: target.providerMessageId } }]);
  });
});

async function lastMessageOf(conversationId: string) {
  const [row] = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
    tx.query<{ id: string; providerMessageId: string }>(
      sql`select id, provider_message_id as "providerMessageId" from messages where conversation_id = ${conversationId}
          order by arrival desc limit 1`,
    ),
  );
  if (!row) throw new Error('No message');
  return row;
}

describe('templates', () => {
  it('go outside the window, filled in, and say what the customer will read', async () => {
    const { items } = await world.call('listTemplates', { query: { channelId } });
    const template = (items as Template[]).find(({ name: shipped }) => shipped === 'order_update');
    if (!template) throw new Error('The simulator ships no such template');
    const { name, language } = template;
    const bodyParameters = template.body.variables.map((_, index) => `value ${index}`);
    const content = { kind: 'template', name, language, bodyParameters } as const;
    const answer = await world.call('sendToNumber', {
      body: { channelId, to: '+81 90 9999 0001', content },
    });
    await world.reaches(String(answer['id']), ['sent', 'delivered', 'read']);
    const { content: stored } = answer as { content: { rendered: { body: string } } };
    expect(stored.rendered.body).toContain('value 0');
    await expect(
      world.call('sendToNumber', {
        body: { channelId, to: '+81 90 9999 0001', content: { ...content, bodyParameters: [] } },
      }),
    ).rejects.toMatchObject({ code: 'template_parameters_wrong' });
    await expect(
      world.call('sendToNumber', {
        body: { channelId, to: '+819099990001', content: { ...content, name: 'nobody_made_this' } },
      }),
    ).rejects.toMatchObject({ code: 'template_unknown' });
  });
});

describe('the gate refuses', () => {
  it('free-form content outside the window, and says since when', async () => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    await platform.database.inTenant(world.principal.workspaceId, (tx) =>
      tx.execute(sql`update conversations set window_closes_at = '2026-01-02T10:00:00Z',
        last_inbound_at = '2026-01-01T10:00:00Z' where id = ${conversationId}`),
    );
    const content = { kind: 'text', body: 'Too late' } as const;
    await expect(sendContent(conversationId, content)).rejects.toMatchObject({
      code: 'window_closed',
      problem: { detail: { en: expect.stringContaining('2026-01-02T10:00:00.000Z') } },
    });
    const checked = await world.call('checkMessage', { params: { conversationId }, body: { content } });
    expect(checked).toMatchObject({ decision: 'refuse', problem: { code: 'window_closed' } });
    expect(await requestsTo(waId)).toEqual([]);
  });

  it('a customer who never wrote, a malformed number, and the number itself', async () => {
    const content = { kind: 'text', body: 'Hello' } as const;
    const to = (number: string) => world.call('sendToNumber', { body: { channelId, to: number, content } });
    await expect(to('+81 90 1234 9999')).rejects.toMatchObject({ code: 'window_never_opened' });
    await expect(to('090-1234-5678')).rejects.toMatchObject({ code: 'recipient_invalid' });
    await expect(to('+81 12')).rejects.toMatchObject({ code: 'recipient_invalid' });
    await expect(to('+81 3-5550-0100')).rejects.toMatchObject({ code: 'recipient_is_sender' });
  });

  it('files that are not there or were uploaded as another kind', async () => {
    const conversationId = await world.openConversation(newCustomer());
    const send = (mediaId: string) => sendContent(conversationId, { kind: 'image', mediaId });
    await expect(send(randomUUID())).rejects.toMatchObject({ code: 'content_not_allowed' });
    await expect(send(await world.upload('document'))).rejects.toMatchObject({
      code: 'content_not_allowed',
      problem: { detail: { en: '"order-2214.pdf" was uploaded as document, not as image.' } },
    });
  });

  it('4,097 characters, but not 4,096 emoji, and names the field', async () => {
    const conversationId = await world.openConversation(newCustomer());
    await expect(
      sendContent(conversationId, { kind: 'text', body: 'x'.repeat(4_097) }),
    ).rejects.toMatchObject({
      code: 'content_not_allowed',
      problem: {
        detail: { en: expect.stringContaining('body must be at most 4096 characters long, has 4097') },
      },
      fields: [{ path: 'content.body' }],
    });
    await sendContent(conversationId, { kind: 'text', body: '🎉'.repeat(4_096) });
  });

  it('more than one emoji as a reaction', async () => {
    const conversationId = await world.openConversation(newCustomer());
    const { id } = await lastMessageOf(conversationId);
    await expect(
      sendContent(conversationId, { kind: 'reaction', targetMessageId: id, emoji: 'ok' }),
    ).rejects.toMatchObject({ code: 'content_not_allowed' });
  });
});

describe('refusals of the provider', () => {
  it('shows its code and remedy when it fails the message later (window closed there)', async () => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    await world.simulator.control.moveClock({ advanceMs: 25 * 3_600_000 });
    const messageId = await world.send(conversationId, 'Still here?');
    const { failure } = await world.reaches(messageId, ['failed']);
    await world.simulator.control.moveClock({ offsetMs: 0 });
    expect(failure).toMatchObject({ code: 'provider_refused', providerCode: 131047 });
  });

  it('fails a message that can never go, at once and without another try', async () => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    await world.simulator.control.setFaults({
      answer: [{ match: { method: 'POST', edge: 'messages' }, status: 400, code: 131009, times: 1 }],
    });
    const messageId = await world.send(conversationId, 'No');
    const { failure } = await world.reaches(messageId, ['failed']);
    expect(failure).toMatchObject({ providerCode: 131009 });
    expect(await requestsTo(waId)).toEqual([]);
    await world.call('resendMessage', { params: { messageId } });
    await world.reaches(messageId, ['sent', 'delivered', 'read']);
    expect(await requestsTo(waId)).toHaveLength(1);
    expect(world.audit).toContainEqual({ action: 'message.resent', subjectId: messageId });
    await expect(world.call('resendMessage', { params: { messageId } })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('an idempotency key', () => {
  it('gives the same message however many ask at once, and sends it once', async () => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    const idempotencyKey = randomUUID();
    const ids = await Promise.all(
      Array.from({ length: 8 }, () => world.send(conversationId, 'Once', { idempotencyKey })),
    );
    expect(new Set(ids).size).toBe(1);
    await world.reaches(ids[0] ?? '', ['delivered', 'read']);
    expect(await requestsTo(waId)).toHaveLength(1);
    const other = await world.openConversation(newCustomer());
    await expect(world.send(other, 'Once', { idempotencyKey })).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('reading and typing', () => {
  it('marks a conversation as read here and at the customer', async () => {
    const conversationId = await world.openConversation(newCustomer());
    await world.call('markConversationRead', { params: { conversationId } });
    const [row] = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
      tx.query<{ unread_count: number }>(
        sql`select unread_count from conversations where id = ${conversationId}`,
      ),
    );
    expect(row?.unread_count).toBe(0);
    await expect(world.call('showTyping', { params: { conversationId } })).resolves.toEqual({});
    await expect(
      world.call('showTyping', { params: { conversationId: randomUUID() } }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a disconnected number', () => {
  it('refuses new messages, and comes back with its conversations when connected again', async () => {
    const conversationId = await world.openConversation(newCustomer());
    await world.call('disconnectChannel', { params: { channelId } });
    await expect(world.send(conversationId, 'Hello?')).rejects.toMatchObject({ code: 'channel_not_sending' });
    expect(await world.connect()).toBe(channelId);
    const messageId = await world.send(conversationId, 'Hello again');
    await world.reaches(messageId, ['delivered', 'read']);
  });
});
