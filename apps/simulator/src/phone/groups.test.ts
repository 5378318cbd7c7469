import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestWorld, type TestWorld } from '../testing/start-test-world.ts';

const [hanako, ichiro] = ['819012345600', '819012345601'] as const;
const whatsapp = { messaging_product: 'whatsapp' } as const;

let world: TestWorld;
let groupId: string;
const joined: unknown[] = [];

beforeAll(async () => {
  world = await startTestWorld({
    app: { fields: ['messages', 'group_lifecycle_update'] },
    customers: [
      { waId: hanako, name: 'Hanako' },
      { waId: ichiro, name: 'Ichiro' },
    ],
  });
  await world.simulator.control.mergeWorld({
    wabas: [{ id: world.wabaId, phoneNumbers: [{ id: world.phoneNumberId, isOfficial: true }] }],
  });
  await world.graph('POST', `/${world.phoneNumberId}/groups`, { ...whatsapp, subject: 'Tea club' });
  await settle();
  const told = world.receiver.received.flatMap(({ body }) => JSON.parse(body).entry[0].changes);
  const [group] = told.find(({ field }) => field === 'group_lifecycle_update').value.groups;
  groupId = group.group_id;
  for (const waId of [hanako, ichiro]) {
    const { body } = await world.phone('POST', `/phones/${waId}/open-link`, { link: group.invite_link });
    joined.push(body);
  }
});
afterAll(() => world.stop());

const settle = () => world.simulator.control.settle();
const send = async (content: object) => {
  const { body } = await world.graph('POST', `/${world.phoneNumberId}/messages`, {
    ...whatsapp,
    recipient_type: 'group',
    to: groupId,
    ...content,
  });
  await settle();
  return body.messages[0].id;
};
const write = async (waId: string, body: string) => {
  const message = { phoneNumberId: groupId, type: 'text', text: { body } };
  const { body: written } = await world.phone('POST', `/phones/${waId}/messages`, message);
  await settle();
  return written.id;
};
const groupOn = async (waId: string) => {
  const { chats } = (await world.phone('GET', `/phones/${waId}`)).body;
  return chats.find((chat) => chat.groupId === groupId);
};

test('the link of an invitation leads whoever opens it into the group', () => {
  expect(joined).toEqual([{ phoneNumberId: groupId }, { phoneNumberId: groupId }]);
});

test('a group stands among the chats under its subject, with who else is in it', async () => {
  expect(await groupOn(hanako)).toMatchObject({
    businessName: 'Tea club',
    displayPhoneNumber: 'Riverside Studio, Ichiro',
  });
});

test('the business hears of a message in the group, the others read it with its author', async () => {
  const id = await write(hanako, 'Can everyone make it?');
  const arrived = world.receiver.messages().find((message) => message.id === id);
  expect(arrived).toMatchObject({ from: hanako, group_id: groupId, type: 'text' });
  expect((await groupOn(hanako))?.messages.at(-1)).toMatchObject({ id, direction: 'sent' });
  expect((await groupOn(ichiro))?.messages.at(-1)).toMatchObject({
    id,
    direction: 'received',
    author: 'Hanako',
  });
});

test('each phone reads a message of the business for itself', async () => {
  const id = await send({ type: 'text', text: { body: 'New teas are in' } });
  expect((await groupOn(hanako))?.unreadCount).toBe(1);
  await world.phone('POST', `/phones/${hanako}/read`, { phoneNumberId: groupId });
  await settle();
  expect((await groupOn(hanako))?.unreadCount).toBe(0);
  expect((await groupOn(ichiro))?.unreadCount).toBe(1);
  const read = world.receiver.statuses().filter((status) => status.id === id && status.status === 'read');
  expect(read).toMatchObject([{ recipient_participant_id: hanako }]);
});

test('what is pinned is named, the newest pin first, until it is unpinned', async () => {
  const first = await send({ type: 'text', text: { body: 'Rules' } });
  const second = await send({ type: 'text', text: { body: 'Dates' } });
  for (const message_id of [first, second]) {
    await send({ type: 'pin', pin: { type: 'pin', message_id, expiration_days: 7 } });
  }
  expect((await groupOn(ichiro))?.pinnedIds).toEqual([second, first]);
  await send({ type: 'pin', pin: { type: 'unpin', message_id: second } });
  expect((await groupOn(ichiro))?.pinnedIds).toEqual([first]);
});

test('who is not in the group cannot write there', async () => {
  await world.phone('POST', '/phones', { waId: '819055555555' });
  const message = { phoneNumberId: groupId, type: 'text', text: { body: 'let me in' } };
  const { status } = await world.phone('POST', '/phones/819055555555/messages', message);
  expect(status).toBe(404);
});
