import { afterAll, beforeAll, expect, test } from 'vitest';
import { advance } from '../../testing/send-template.ts';
import { startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

const people = ['819012345600', '819012345601'] as const;
const whatsapp = { messaging_product: 'whatsapp' } as const;
const dayMs = 24 * 60 * 60 * 1000;

let world: TestWorld;
let groupId: string;
let emptyCode: number;
beforeAll(async () => {
  world = await startTestWorld({
    app: { fields: ['messages', 'group_lifecycle_update'] },
    customers: people.map((waId) => ({ waId })),
  });
  await world.simulator.control.mergeWorld({
    wabas: [{ id: world.wabaId, phoneNumbers: [{ id: world.phoneNumberId, isOfficial: true }] }],
  });
  await world.graph('POST', `/${world.phoneNumberId}/groups`, { ...whatsapp, subject: 'Tea club' });
  await world.simulator.control.settle();
  const told = world.receiver.received.flatMap(({ body }) => JSON.parse(body).entry[0].changes);
  const [group] = told.find(({ field }) => field === 'group_lifecycle_update').value.groups;
  groupId = group.group_id;
  emptyCode = (await send()).body.error.code;
  for (const waId of people) {
    await world.phone('POST', `/phones/${waId}/join-group`, { link: group.invite_link });
  }
});
afterAll(() => world.stop());

const send = (content: object = { type: 'text', text: { body: 'Hello, all' } }, to = groupId) =>
  world.graph('POST', `/${world.phoneNumberId}/messages`, {
    ...whatsapp,
    recipient_type: 'group',
    to,
    ...content,
  });
const statusesOf = async (wamid: string) => {
  await world.simulator.control.settle();
  return world.receiver.statuses().filter(({ id }) => id === wamid);
};

test('a group without participants cannot be written to', () => expect(emptyCode).toBe(131020));

test('a message is sent once and delivered to each participant', async () => {
  const { body } = await send();
  expect(body.contacts).toEqual([{ input: groupId, wa_id: groupId }]);
  expect(body.messages[0]).toMatchObject({ group_id: groupId });
  const statuses = await statusesOf(body.messages[0].id);
  expect(statuses[0]).toMatchObject({ status: 'sent', recipient_id: groupId, recipient_type: 'group' });
  expect(statuses.slice(1)).toMatchObject(
    people.map((waId) => ({ status: 'delivered', recipient_id: groupId, recipient_participant_id: waId })),
  );
});

test('a participant who is offline gets it later, once', async () => {
  await world.phone('POST', `/phones/${people[0]}/online`, { online: false });
  const { body } = await send();
  expect(await statusesOf(body.messages[0].id)).toHaveLength(2);
  await world.phone('POST', `/phones/${people[0]}/online`, { online: true });
  expect(await statusesOf(body.messages[0].id)).toHaveLength(3);
});

test('what a member writes names the group and opens its window: free, under its own category', async () => {
  const message = { phoneNumberId: world.phoneNumberId, groupId, waId: people[0] };
  await world.simulator.control.sendInbound([{ ...message, type: 'text', text: { body: 'hi all' } }]);
  const { body } = await send();
  const [sent] = await statusesOf(body.messages[0].id);
  expect(world.receiver.messages().at(-1)).toMatchObject({ group_id: groupId, from: people[0] });
  expect(sent).toMatchObject({
    pricing: { category: 'group_service', type: 'free_group_customer_service', billable: false },
  });
  await advance(world, dayMs);
  const later = await send();
  expect((await statusesOf(later.body.messages[0].id))[0]).toMatchObject({
    pricing: { category: 'group_service', type: 'regular' },
  });
});

test.each([
  ['an unknown group', { type: 'text', text: { body: 'x' } }, 'Y2FwaV9ncm91cDo5', 131041],
  [
    'buttons',
    {
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'x' },
        action: { buttons: [{ type: 'reply', reply: { id: 'a', title: 'A' } }] },
      },
    },
    undefined,
    131051,
  ],
])('%s is refused', async (_name, content, to, code) => {
  expect((await send(content, to)).body.error.code).toBe(code);
});
