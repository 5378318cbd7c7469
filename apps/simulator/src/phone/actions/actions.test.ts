import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { customer, startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());
beforeEach(() => world.openWindow());

const act = (action: string, input: object, waId: string = customer.waId) =>
  world.phone('POST', `/phones/${waId}/${action}`, input);
const send = (type: string, content: unknown) =>
  act('messages', { phoneNumberId: world.phoneNumberId, type, [type]: content });
const readChat = async (waId: string = customer.waId) =>
  (await world.phone('GET', `/phones/${waId}`)).body.chats[0];
const statusesOf = async (wamid: string) => {
  await world.simulator.control.settle();
  return world.receiver.statuses().flatMap(({ id, status }) => (id === wamid ? [status] : []));
};

test('what a blocked business sends does not arrive before it is unblocked', async () => {
  const { phoneNumberId } = world;
  await act('block', { phoneNumberId, blocked: true });
  expect((await readChat()).blocked).toBe(true);
  const { body } = await world.sendText('hello?');
  expect(await statusesOf(body.messages[0].id)).toEqual(['sent']);
  await act('block', { phoneNumberId, blocked: false });
  expect(await statusesOf(body.messages[0].id)).toEqual(['sent', 'delivered']);
});

test('an edited message shows its new text, a deleted one nothing', async () => {
  const { body } = await send('text', { body: 'blue' });
  await send('edit', { messageId: body.id, text: 'green' });
  expect((await readChat()).messages.at(-1)).toMatchObject({ id: body.id, text: { body: 'green' } });
  await send('revoke', { messageId: body.id });
  const shown = (await readChat()).messages.at(-1);
  expect(shown).toMatchObject({ id: body.id, revoked: true });
  expect(shown).not.toHaveProperty('text');
  expect((await send('edit', { messageId: body.id, text: 'red' })).status).toBe(409);
});

test('a message can be edited for 15 minutes and deleted for two days', async () => {
  const { body } = await send('text', { body: 'late' });
  await world.simulator.control.moveClock({ advanceMs: 16 * 60 * 1000 });
  expect((await send('edit', { messageId: body.id, text: 'later' })).status).toBe(409);
  await world.simulator.control.moveClock({ advanceMs: 2 * 24 * 60 * 60 * 1000 });
  expect((await send('revoke', { messageId: body.id })).status).toBe(409);
});

test('a hidden number needs a username; businesses then see the user id only', async () => {
  await act('settings', { phoneHidden: true });
  expect((await world.phone('GET', `/phones/${customer.waId}`)).body).toMatchObject({ phoneHidden: false });
  expect((await act('settings', { username: 'no' })).status).toBe(400);
  await act('settings', { username: 'hanako.s', phoneHidden: true });
  const { body } = await send('text', { body: 'who am I?' });
  await world.simulator.control.settle();
  const arrived = world.receiver.messages().find(({ id }) => id === body.id);
  expect(arrived).toMatchObject({ from_user_id: customer.userId });
  expect(arrived).not.toHaveProperty('from');
  await act('settings', { username: '', phoneHidden: false });
});

test('a link of a QR code opens the chat with its text, and so does the number itself', async () => {
  const { body: made } = await world.graph('POST', `/${world.phoneNumberId}/message_qrdls`, {
    prefilled_message: 'Hello from the window',
  });
  const target = { phoneNumberId: world.phoneNumberId, text: 'Hello from the window' };
  const link = Object(made).deep_link_url;
  expect((await act('open-link', { link })).body).toEqual(target);
  const byNumber = await act('open-link', { link: 'https://wa.me/81355500100?text=Hi' });
  expect(byNumber.body).toEqual({ ...target, text: 'Hi' });
  expect((await act('open-link', { link: 'https://wa.me/1' })).status).toBe(404);
});

test('products are those of the catalog, and any other id has a name of its own', async () => {
  const query = `phoneNumberId=${world.phoneNumberId}&catalogId=6&id=TEAPOT-BLUE-900&id=X-1`;
  const { body } = await world.phone('GET', `/phones/${customer.waId}/products?${query}`);
  expect(body).toMatchObject({
    catalogId: '6',
    products: [{ name: { ja: '青い急須 900ml' } }, { retailerId: 'X-1', name: { en: 'X 1' } }],
  });
});

test('with a new number the chats stay, and the old one is nobody', async () => {
  const { body } = await send('text', { body: 'before the move' });
  await act('change-number', { waId: '819000000199' });
  const moved = await readChat('819000000199');
  expect(moved.messages.at(-1)).toMatchObject({ id: body.id, direction: 'sent' });
  expect((await act('read', { phoneNumberId: world.phoneNumberId })).status).toBe(404);
});
