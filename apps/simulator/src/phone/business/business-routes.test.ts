import { afterAll, beforeAll, expect, test } from 'vitest';
import { customer, startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

let world: TestWorld;
let path: string;

beforeAll(async () => {
  world = await startTestWorld({ app: { fields: ['messages', 'smb_message_echoes', 'smb_app_state_sync'] } });
  path = `/businesses/${world.phoneNumberId}`;
  await useNumber(true);
});
afterAll(() => world.stop());

const useNumber = (onBusinessApp: boolean) =>
  world.simulator.control.mergeWorld({
    wabas: [{ id: world.wabaId, phoneNumbers: [{ id: world.phoneNumberId, onBusinessApp }] }],
  });
const write = (body: string) =>
  world.phone('POST', `${path}/messages`, { waId: customer.waId, type: 'text', text: { body } });
const businessChat = async () => (await world.phone('GET', path)).body.chats[0];
const phoneChat = async () => (await world.phone('GET', `/phones/${customer.waId}`)).body.chats[0];
const echoes = () =>
  world.receiver.received.flatMap(({ body }) => {
    const { entry } = JSON.parse(body);
    return entry.flatMap(
      ({ changes }: { changes: { field: string; value: { message_echoes: unknown[] } }[] }) =>
        changes
          .filter(({ field }) => field === 'smb_message_echoes')
          .flatMap(({ value }) => value.message_echoes),
    );
  });

test('what is written in the Business app reaches the phone and is told by an echo', async () => {
  const { body } = await write('From the shop phone');
  await world.simulator.control.settle();
  expect((await phoneChat()).messages.at(-1)).toMatchObject({
    id: body.id,
    direction: 'received',
    text: { body: 'From the shop phone' },
  });
  expect(echoes().at(-1)).toEqual({
    from: '81355500100',
    to: customer.waId,
    to_user_id: customer.userId,
    id: body.id,
    timestamp: expect.stringMatching(/^\d{10}$/),
    type: 'text',
    text: { body: 'From the shop phone' },
  });
});

test('an echo is no send: the ledger has none, and no window opens for the API', async () => {
  await write('No send');
  expect(await world.simulator.control.listSends()).toMatchObject({ total: 0 });
  const { body } = await world.sendText('outside');
  await world.simulator.control.settle();
  const failed = world.receiver.statuses().find(({ id }) => id === body.messages[0].id);
  expect(failed?.status).toBe('failed');
});

test('an own message can be edited and deleted; both sides see it and the apps are told', async () => {
  const { body } = await write('We close at 7');
  await world.phone('POST', `${path}/edit`, { messageId: body.id, text: 'We close at 8' });
  expect((await phoneChat()).messages.at(-1)).toMatchObject({
    text: { body: 'We close at 8' },
    editedAt: expect.any(Number),
  });
  await world.phone('POST', `${path}/revoke`, { messageId: body.id });
  await world.simulator.control.settle();
  expect((await phoneChat()).messages.at(-1)).toMatchObject({ revoked: true });
  expect((await phoneChat()).messages.at(-1)).not.toHaveProperty('text');
  expect((await businessChat()).messages.at(-1)).toMatchObject({ revoked: true, direction: 'sent' });
  expect(echoes().slice(-2)).toMatchObject([
    {
      type: 'edit',
      edit: { original_message_id: body.id, message: { type: 'text', text: { body: 'We close at 8' } } },
    },
    { type: 'revoke', revoke: { original_message_id: body.id } },
  ]);
});

test('it shows what customers write and what the API sent, and reading there is a read receipt', async () => {
  const inboundId = await world.openWindow();
  const { body: sent } = await world.sendText('by the API');
  await world.simulator.control.settle();
  expect((await businessChat()).messages.slice(-2)).toMatchObject([
    { id: inboundId, direction: 'received' },
    { id: sent.messages[0].id, direction: 'sent', byApi: true },
  ]);
  expect((await businessChat()).unreadCount).toBe(1);
  await world.phone('POST', `${path}/read`, { waId: customer.waId });
  expect((await businessChat()).unreadCount).toBe(0);
  const onPhone = (await phoneChat()).messages.find(({ id }) => id === inboundId);
  expect(onPhone?.status).toBe('read');
});

test('the address book names people, and every change of it is told', async () => {
  const contact = { waId: customer.waId, fullName: 'Hanako (regular)', firstName: 'Hanako' };
  await world.phone('POST', `${path}/save-contact`, contact);
  expect(await businessChat()).toMatchObject({ name: 'Hanako (regular)', saved: true });
  await world.phone('POST', `${path}/remove-contact`, { waId: customer.waId });
  expect(await businessChat()).toMatchObject({ name: customer.name, saved: false });
  await world.simulator.control.settle();
  const told = world.receiver.received.flatMap(({ body }) => JSON.parse(body).entry[0].changes);
  const entries = told
    .filter(({ field }) => field === 'smb_app_state_sync')
    .flatMap(({ value }) => value.state_sync);
  const timestamp = expect.stringMatching(/^\d{10}$/);
  expect(entries).toEqual([
    {
      type: 'contact',
      contact: {
        full_name: 'Hanako (regular)',
        first_name: 'Hanako',
        phone_number: customer.waId,
        user_id: customer.userId,
      },
      action: 'add',
      metadata: { timestamp },
    },
    { type: 'contact', contact: { phone_number: customer.waId }, action: 'remove', metadata: { timestamp } },
  ]);
});

test('what the app cannot do is refused with a sentence', async () => {
  const { body: sent } = await world.sendText('by the API');
  const answers = [
    await world.phone('POST', `${path}/messages`, { waId: customer.waId, type: 'order', order: {} }),
    await world.phone('POST', `${path}/edit`, { messageId: sent.messages[0].id, text: 'changed' }),
    await world.phone('POST', `${path}/messages`, {
      waId: '819055555555',
      type: 'text',
      text: { body: 'x' },
    }),
  ];
  await useNumber(false);
  answers.push(await write('not in the app'));
  await useNumber(true);
  expect(answers.map(({ status }) => status)).toEqual([400, 404, 404, 409]);
  expect(answers.every(({ body }) => body.error.message.length > 5)).toBe(true);
});
