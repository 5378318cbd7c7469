import { EventSource } from 'eventsource';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { customer, startTestWorld, type TestWorld } from '../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

const readPhone = async () => (await world.phone('GET', `/phones/${customer.waId}`)).body;
const readChat = async () => (await readPhone()).chats[0];
const sendFromPhone = (type: string, content: unknown, more: object = {}) =>
  world.phone('POST', `/phones/${customer.waId}/messages`, {
    phoneNumberId: world.phoneNumberId,
    type,
    [type]: content,
    ...more,
  });
const settle = () => world.simulator.control.settle();
const open = () =>
  world.phone('POST', `/phones/${customer.waId}/read`, { phoneNumberId: world.phoneNumberId });
const statusesOf = (wamid: string) =>
  world.receiver
    .statuses()
    .filter(({ id }) => id === wamid)
    .map(({ status }) => status);

beforeEach(async () => {
  await world.openWindow();
  await open();
});

describe('what a phone sends', () => {
  const kinds: readonly (readonly [string, unknown, string, object])[] = [
    ['text', { body: 'こんにちは 👋' }, 'text', { text: { body: 'こんにちは 👋' } }],
    [
      'location',
      { latitude: 35.68, longitude: 139.76, name: '東京駅' },
      'location',
      { location: { latitude: 35.68, longitude: 139.76, name: '東京駅' } },
    ],
    [
      'contacts',
      [{ name: { formatted_name: 'Dario' }, phones: [{ phone: '+12025550188' }] }],
      'contacts',
      { contacts: [{ name: { formatted_name: 'Dario' }, phones: [{ phone: '+12025550188' }] }] },
    ],
    [
      'button_reply',
      { messageId: 'wamid.A', id: 'a', title: 'A' },
      'interactive',
      {
        interactive: { type: 'button_reply', button_reply: { id: 'a', title: 'A' } },
        context: { id: 'wamid.A' },
      },
    ],
    [
      'list_reply',
      { messageId: 'wamid.A', id: 'r', title: 'R', description: 'D' },
      'interactive',
      { interactive: { type: 'list_reply', list_reply: { id: 'r', title: 'R', description: 'D' } } },
    ],
    [
      'button',
      { messageId: 'wamid.A', text: 'Confirm' },
      'button',
      { button: { payload: 'Confirm', text: 'Confirm' }, context: { id: 'wamid.A' } },
    ],
    ['unsupported', {}, 'unsupported', { errors: [{ code: 131051 }] }],
  ];
  test.each(kinds)('%s arrives in the shape of Meta', async (type, content, wireType, expected) => {
    const { body } = await sendFromPhone(type, content);
    await settle();
    const message = world.receiver.messages().find(({ id }) => id === body.id);
    expect(message).toMatchObject({
      type: wireType,
      from: customer.waId,
      from_user_id: customer.userId,
      timestamp: expect.stringMatching(/^\d{10}$/),
      ...expected,
    });
  });

  test('a reaction and its removal, which has no emoji', async () => {
    const { body: sent } = await world.sendText('react to me');
    await settle();
    const messageId = sent.messages[0].id;
    await sendFromPhone('reaction', { messageId, emoji: '❤️' });
    expect((await readChat()).messages.at(-1)?.reactions).toEqual([{ from: 'me', emoji: '❤️' }]);
    const { body: removal } = await sendFromPhone('reaction', { messageId, emoji: '' });
    expect((await readChat()).messages.at(-1)?.reactions).toEqual([]);
    await settle();
    const message = world.receiver.messages().find(({ id }) => id === removal.id);
    expect(message?.reaction).toEqual({ message_id: messageId });
  });

  test('a quoted message is named with its author', async () => {
    const { body: sent } = await world.sendText('quote me');
    await settle();
    const contextId = sent.messages[0].id;
    const { body } = await sendFromPhone('text', { body: 'quoting' }, { contextId });
    await settle();
    const message = world.receiver.messages().find(({ id }) => id === body.id);
    expect(message?.context).toEqual({ from: '81355500100', id: contextId });
  });

  test('pending until the business answered 200, sent after, read once the business read it', async () => {
    world.receiver.delaysMs.push(50);
    const { body } = await sendFromPhone('text', { body: 'ticks' });
    expect((await readChat()).messages.at(-1)).toMatchObject({ id: body.id, status: 'pending' });
    await settle();
    expect((await readChat()).messages.at(-1)?.status).toBe('sent');
    await world.graph('POST', `/${world.phoneNumberId}/messages`, {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: body.id,
    });
    expect((await readChat()).messages.at(-1)?.status).toBe('read');
  });

  test('nonsense is refused with a sentence', async () => {
    const answers = [
      await sendFromPhone('poll', {}),
      await sendFromPhone('text', { body: '' }),
      await sendFromPhone('image', { mediaId: 'nothing' }),
      await world.phone('POST', '/phones/819055555555/messages', {}),
      await world.phone('POST', '/phones', { waId: '+81 90' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 404, 404, 400]);
    expect(answers.every(({ body }) => body.error.message.length > 5)).toBe(true);
  });
});

describe('what a phone does', () => {
  test('opening the chat reads everything; the business is told once', async () => {
    const { body: sent } = await world.sendText('unread');
    await settle();
    expect((await readChat()).unreadCount).toBe(1);
    await open();
    await open();
    await settle();
    expect((await readChat()).unreadCount).toBe(0);
    expect(statusesOf(sent.messages[0].id)).toEqual(['sent', 'delivered', 'read']);
  });

  test('in airplane mode nothing is delivered; back online everything is', async () => {
    await world.phone('POST', `/phones/${customer.waId}/online`, { online: false });
    const { body: sent } = await world.sendText('are you there?');
    await settle();
    expect(statusesOf(sent.messages[0].id)).toEqual(['sent']);
    expect((await readChat()).messages.map(({ id }) => id)).not.toContain(sent.messages[0].id);
    await world.phone('POST', `/phones/${customer.waId}/online`, { online: true });
    await settle();
    expect(statusesOf(sent.messages[0].id)).toEqual(['sent', 'delivered']);
  });

  test('without read receipts the chat is read and the business does not learn it', async () => {
    const receipts = (readReceipts: boolean) =>
      world.simulator.control.mergeWorld({ customers: [{ waId: customer.waId, readReceipts }] });
    await receipts(false);
    const { body: sent } = await world.sendText('secretly read');
    await settle();
    await open();
    await settle();
    expect((await readChat()).unreadCount).toBe(0);
    expect(statusesOf(sent.messages[0].id)).toEqual(['sent', 'delivered']);
    await receipts(true);
  });

  test('the stream tells of messages and typing as they happen', async () => {
    const events: { message?: { id: string; status: string }; typing?: boolean }[] = [];
    const source = new EventSource(`${world.simulator.url}/phones/${customer.waId}/stream`);
    source.addEventListener('chat', ({ data }) => events.push(JSON.parse(data)));
    await new Promise((resolve) => source.addEventListener('open', resolve));
    const { body: inbound } = await sendFromPhone('text', { body: 'typing?' });
    await world.graph('POST', `/${world.phoneNumberId}/messages`, {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: inbound.id,
      typing_indicator: { type: 'text' },
    });
    const { body: sent } = await world.sendText('streamed');
    await settle();
    await expect
      .poll(() => events.map(({ message, typing }) => typing ?? message?.id))
      .toEqual(expect.arrayContaining([inbound.id, true, sent.messages[0].id]));
    source.close();
  });

  test('a new phone can be made, and renamed', async () => {
    const { body } = await world.phone('POST', '/phones', { waId: '819077777777', name: '鈴木' });
    expect(body).toMatchObject({ waId: '819077777777', name: '鈴木', online: true });
    await world.phone('POST', '/phones', { waId: '819077777777', name: '鈴木 一郎' });
    const { body: phones } = await world.phone('GET', '/phones');
    expect(phones).toContainEqual({ waId: '819077777777', name: '鈴木 一郎', unreadCount: 0 });
  });

  test('the index lists numbers and phones with their text escaped', async () => {
    await world.phone('POST', '/phones', { waId: '819066666666', name: '<script>' });
    const { body } = await world.phone('GET', '/');
    expect(body.text).toContain('Riverside Studio');
    expect(body.text).not.toContain('<script>');
  });
});
