import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customer, startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld({
    customers: [
      customer,
      { waId: '5511912345678', name: 'Bia' },
      { waId: '551187654321', name: 'Old Brazilian account' },
      { waId: '12025550177', name: 'Amara', failCode: 131049 },
    ],
  });
});
afterAll(() => world.stop());

const send = (body: object) =>
  world.graph('POST', `/v25.0/${world.phoneNumberId}/messages`, { messaging_product: 'whatsapp', ...body });

const statusesOf = async (wamid: string) => {
  await world.simulator.control.settle();
  return world.receiver.statuses().filter(({ id }) => id === wamid);
};

describe('an accepted send', () => {
  test('is answered with its wamid, put into the ledger, and told as sent and delivered', async () => {
    await world.openWindow();
    const answer = await world.sendText('こんにちは', { biz_opaque_callback_data: 'attempt-1' });
    expect(answer.status).toBe(200);
    expect(answer.body.contacts).toEqual([{ input: `+${customer.waId}`, wa_id: customer.waId }]);
    const wamid = answer.body.messages[0].id;
    expect(Buffer.from(wamid.slice('wamid.'.length), 'base64').toString('latin1')).toMatch(
      new RegExp(`^\x1c\x18\x0c${customer.waId}\x15\x02\x00\x11\x18\x12[0-9A-F]{18}\x00$`),
    );
    const statuses = await statusesOf(wamid);
    expect(statuses.map(({ status }) => status)).toEqual(['sent', 'delivered']);
    expect(statuses[0]).toMatchObject({
      recipient_id: customer.waId,
      recipient_user_id: customer.userId,
      biz_opaque_callback_data: 'attempt-1',
      pricing: { pricing_model: 'PMP', category: 'service' },
    });
    const { sends } = await world.simulator.control.listSends();
    expect(sends.find((entry) => entry.wamid === wamid)).toMatchObject({
      attemptKey: 'attempt-1',
      to: customer.waId,
      status: 'delivered',
      request: { text: { body: 'こんにちは' } },
    });
  });

  test('finds a Brazilian account under its other spelling and answers with the stored wa_id', async () => {
    const { body } = await send({ to: '+55 11 9 8765-4321', type: 'text', text: { body: 'oi' } });
    expect(body.contacts).toEqual([{ input: '+55 11 9 8765-4321', wa_id: '551187654321' }]);
  });

  test('by business-scoped user id is answered without a wa_id', async () => {
    await world.openWindow();
    const { body } = await send({ recipient: customer.userId, type: 'text', text: { body: 'hi' } });
    expect(body.contacts).toEqual([{ input: customer.userId, user_id: customer.userId }]);
    const statuses = await statusesOf(body.messages[0].id);
    expect(statuses.map(({ status }) => status)).toEqual(['sent', 'delivered']);
  });

  test('a reaction only becomes sent', async () => {
    const messageId = await world.openWindow();
    const { body } = await send({
      to: customer.waId,
      type: 'reaction',
      reaction: { message_id: messageId, emoji: '👍' },
    });
    const statuses = await statusesOf(body.messages[0].id);
    expect(statuses.map(({ status }) => status)).toEqual(['sent']);
  });
});

describe('faults that need the recipient come as a failed status after a 200', () => {
  const failures: readonly (readonly [string, object, number])[] = [
    ['outside the 24 h window', { to: '5511912345678', type: 'text', text: { body: 'oi' } }, 131047],
    ['a number without WhatsApp', { to: '819099999999', type: 'text', text: { body: 'hi' } }, 131026],
    ['a recipient set to fail', { to: '12025550177', type: 'text', text: { body: 'hi' } }, 131049],
  ];
  test.each(failures)('%s', async (_name, body, code) => {
    const answer = await send(body);
    expect(answer.status).toBe(200);
    const statuses = await statusesOf(answer.body.messages[0].id);
    expect(statuses).toHaveLength(1);
    expect(statuses[0]).toMatchObject({ status: 'failed', errors: [{ code }] });
    expect(statuses[0]).not.toHaveProperty('recipient_user_id');
    expect(statuses[0]).not.toHaveProperty('pricing');
  });

  test('the window closes exactly 24 h after the last inbound message', async () => {
    await world.openWindow();
    await world.simulator.control.moveClock({ advanceMs: 24 * 60 * 60 * 1000 });
    const { body } = await world.sendText('too late');
    expect(await statusesOf(body.messages[0].id)).toMatchObject([
      { status: 'failed', errors: [{ code: 131047 }] },
    ]);
    await world.openWindow();
    const again = await world.sendText('in time');
    const statuses = await statusesOf(again.body.messages[0].id);
    expect(statuses.map(({ status }) => status)).toEqual(['sent', 'delivered']);
  });

  test('media that cannot be fetched from its link fails with 131053', async () => {
    await world.openWindow();
    const { body } = await send({
      to: customer.waId,
      type: 'image',
      image: { link: 'http://127.0.0.1:1/gone.jpg' },
    });
    expect(await statusesOf(body.messages[0].id)).toMatchObject([
      { status: 'failed', errors: [{ code: 131053 }] },
    ]);
  });
});

describe('faults of shape answer the send itself', () => {
  const to = customer.waId;
  const faults: readonly (readonly [string, object, number, number])[] = [
    ['no recipient', { type: 'text', text: { body: 'hi' } }, 131008, 400],
    ['a malformed number', { to: 'abc', type: 'text', text: { body: 'hi' } }, 131009, 400],
    ['no content', { to, type: 'text' }, 131008, 400],
    ['a text of 4,097 characters', { to, type: 'text', text: { body: 'x'.repeat(4097) } }, 131009, 400],
    ['an unknown type', { to, type: 'poll', poll: {} }, 100, 400],
    ['the sender as recipient', { to: '+81355500100', type: 'text', text: { body: 'hi' } }, 131021, 400],
    ['media nobody uploaded', { to, type: 'image', image: { id: '123456789012345' } }, 100, 400],
    ['a group', { to: 'Y2Fw', recipient_type: 'group', type: 'text', text: { body: 'hi' } }, 131041, 400],
  ];
  test.each(faults)('%s', async (_name, body, code, status) => {
    const answer = await send(body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatchObject({ code, type: 'OAuthException' });
    expect(answer.body.error.fbtrace_id).toMatch(/^A\w+$/);
  });

  test('an unregistered number cannot send (133010)', async () => {
    await world.simulator.control.mergeWorld({
      wabas: [{ id: world.wabaId, phoneNumbers: [{ id: '100200300400500', registered: false }] }],
    });
    const answer = await world.graph('POST', '/v25.0/100200300400500/messages', {
      messaging_product: 'whatsapp',
      to,
      type: 'text',
      text: { body: 'hi' },
    });
    expect(answer.body.error.code).toBe(133010);
  });
});

describe('marking as read', () => {
  test('reads the message and all before it, and shows typing on the phone', async () => {
    await world.openWindow();
    const messageId = await world.openWindow();
    const answer = await send({ status: 'read', message_id: messageId, typing_indicator: { type: 'text' } });
    expect(answer.body).toEqual({ success: true });
    const { body: phone } = await world.phone('GET', `/phones/${customer.waId}`);
    const chat = phone.chats.find((entry) => entry.phoneNumberId === world.phoneNumberId);
    expect(chat?.typing).toBe(true);
    const sent = chat?.messages.filter(({ direction }) => direction === 'sent') ?? [];
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set(['read']));
  });

  test('refuses an unknown message with 131009', async () => {
    const answer = await send({ status: 'read', message_id: 'wamid.HBgLMTIwMjU1NTAxNzcVAgASGBQzQQA=' });
    expect(answer.body.error.code).toBe(131009);
  });
});

test('templates to more new users than the portfolio may start with in 24 h fail with 131048', async () => {
  const limited = await startTestWorld();
  const { control } = limited.simulator;
  await control.setSettings({ everyoneIsOnWhatsApp: true, rates: { numberPerSecond: 10_000 } });
  const [portfolio] = (await control.getWorld()).portfolios;
  await control.mergeWorld({ portfolios: [{ id: portfolio?.id, messagingLimit: 'TIER_50' }] });
  for (let index = 0; index < 51; index += 1) {
    await limited.graph('POST', `/${limited.phoneNumberId}/messages`, {
      messaging_product: 'whatsapp',
      to: `8190000${10_000 + index}`,
      type: 'template',
      template: {
        name: 'reopen_conversation',
        language: { code: 'en' },
        components: [{ type: 'body', parameters: [{ type: 'text', text: 'Amara' }] }],
      },
    });
  }
  await control.settle();
  const failed = limited.receiver.statuses().filter(({ status }) => status === 'failed');
  await limited.stop();
  expect(failed).toMatchObject([{ errors: [{ code: 131048 }] }]);
});
