import { afterEach, beforeEach, expect, test } from 'vitest';
import { advance, valuesOf } from '../../testing/send-template.ts';
import { customer, startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

const dayMs = 24 * 60 * 60 * 1000;
const app = '+81 90-7777-0001';
const fields = ['messages', 'history', 'smb_app_state_sync', 'smb_message_echoes', 'account_update'];

let world: TestWorld;
let phoneNumberId: string;

const onboard = async (more: object = {}) => {
  await world.simulator.control.mergeWorld({
    businessApps: [{ displayPhoneNumber: app, name: 'Aoi Tea House', ...more }],
  });
  await signUp();
  const { wabas } = await world.simulator.control.getWorld();
  phoneNumberId = String(wabas[0]?.phoneNumbers.find(({ onBusinessApp }) => onBusinessApp)?.id);
};
const signUp = () =>
  world.simulator.control.signUp({ waba: { id: world.wabaId }, businessApp: '819077770001' });
const sync = (type: string) =>
  world.graph('POST', `/v25.0/${phoneNumberId}/smb_app_data`, {
    messaging_product: 'whatsapp',
    sync_type: type,
  });
const send = () =>
  world.graph('POST', `/${phoneNumberId}/messages`, {
    messaging_product: 'whatsapp',
    to: `+${customer.waId}`,
    type: 'text',
    text: { body: 'hello' },
  });
const updates = async () => {
  await world.simulator.control.settle();
  return valuesOf(world, 'account_update').filter(({ event }) => !String(event).startsWith('PARTNER_A'));
};
const readHistory = async () => {
  await sync('history');
  await world.simulator.control.settle();
  return valuesOf(world, 'history');
};

beforeEach(async () => {
  world = await startTestWorld({ app: { fields } });
});
afterEach(() => world.stop());

test('a sign-up connects the app: the number is registered, lives in both and sends 20 a second', async () => {
  await onboard();
  const { body } = await world.graph('GET', `/${phoneNumberId}?fields=is_on_biz_app,platform_type,status`);
  expect(body).toMatchObject({ is_on_biz_app: true, platform_type: 'CLOUD_API', status: 'CONNECTED' });
  const startedAt = performance.now();
  const answers = await Promise.all(Array.from({ length: 150 }, send));
  const seconds = (performance.now() - startedAt) / 1_000;
  const refused = answers.filter(({ body: answer }) => answer.error?.code === 130429);
  expect(refused.length).toBeGreaterThan(0);
  expect(answers.length - refused.length).toBeLessThanOrEqual(20 + Math.ceil(20 * seconds));
});

test('it is neither registered nor deregistered by the API', async () => {
  await onboard();
  const calls = ['register', 'deregister'].map((edge) =>
    world.graph('POST', `/${phoneNumberId}/${edge}`, { messaging_product: 'whatsapp', pin: '111111' }),
  );
  for (const { body } of await Promise.all(calls)) expect(body.error.code).toBe(100);
});

test('the data of the app can be asked for once, within 24 hours', async () => {
  await onboard();
  const { status, body } = await sync('smb_app_state_sync');
  expect([status, body]).toEqual([
    200,
    { messaging_product: 'whatsapp', request_id: expect.stringMatching(/^req_/) },
  ]);
  const again = await sync('smb_app_state_sync');
  expect([again.status, again.body.error.code]).toEqual([400, 2593107]);
  await advance(world, dayMs);
  const late = await sync('history');
  expect([late.status, late.body.error.code]).toEqual([400, 2593108]);
});

test('the address book comes in several webhooks', async () => {
  const contacts = Array.from({ length: 250 }, (_, index) => ({
    waId: String(819_010_000_000 + index),
    fullName: `Customer ${index}`,
  }));
  await onboard({ contacts });
  await sync('smb_app_state_sync');
  await world.simulator.control.settle();
  const told = valuesOf(world, 'smb_app_state_sync');
  expect(told.map(({ state_sync }) => state_sync.length)).toEqual([100, 100, 50]);
  expect(told[0].state_sync[0]).toMatchObject({
    type: 'contact',
    action: 'add',
    contact: { full_name: 'Customer 0', phone_number: '819010000000' },
  });
});

test('the history of 180 days comes in phases and chunks, whatever their order', async () => {
  const history = Array.from({ length: 450 }, (_, index) => ({
    with: customer.waId,
    by: index % 2 === 0 ? 'customer' : 'business',
    text: `message ${index}`,
    daysAgo: index / 2,
  }));
  await onboard({ history });
  const chunks = (await readHistory()).map(({ history: [chunk] }) => chunk);
  const messages = chunks.flatMap(({ threads }) => threads).flatMap((thread) => thread.messages);
  expect(messages).toHaveLength(360);
  expect(new Set(messages.map(({ id }) => id)).size).toBe(360);
  expect([...new Set(chunks.map(({ metadata }) => metadata.phase))].toSorted((a, b) => a - b)).toEqual([
    0, 1, 2,
  ]);
  expect(Math.max(...chunks.map(({ metadata }) => metadata.progress))).toBe(100);
  const ofBusiness = messages.find(({ to }) => to !== undefined);
  expect(ofBusiness).toMatchObject({ from: '819077770001', to: customer.waId });
  expect(messages.find(({ to }) => to === undefined)).toMatchObject({
    from: customer.waId,
    from_user_id: customer.userId,
    history_context: { status: 'READ' },
  });
});

test('media are placeholders, and those of the last 14 days come once more with their files', async () => {
  const picture = { with: customer.waId, type: 'image', content: { caption: 'my mug' } };
  await onboard({
    history: [
      { ...picture, daysAgo: 2 },
      { ...picture, by: 'business', daysAgo: 3 },
      { ...picture, daysAgo: 20 },
    ],
  });
  const told = await readHistory();
  const placeholders = told
    .flatMap(({ history = [] }) => history)
    .flatMap(({ threads }) => threads)
    .flatMap(({ messages }) => messages);
  expect(placeholders.map(({ type }) => type)).toEqual(Array(3).fill('media_placeholder'));
  const [inbound] = told.flatMap(({ messages = [] }) => messages);
  const [echo] = told.flatMap(({ message_echoes = [] }) => message_echoes);
  expect(placeholders.map(({ id }) => id)).toEqual(expect.arrayContaining([inbound.id, echo.id]));
  expect(inbound.image).toMatchObject({ caption: 'my mug', mime_type: 'image/png' });
  const { status } = await world.graph('GET', `/${inbound.image.id}`);
  expect(status).toBe(200);
  expect(
    told.flatMap(({ messages = [], message_echoes = [] }) => [...messages, ...message_echoes]),
  ).toHaveLength(2);
});

test('who declines to share the past is told of by 2593109', async () => {
  await onboard({ history: [{ with: customer.waId, text: 'secret', daysAgo: 1 }], sharesHistory: false });
  const [{ history }] = await readHistory();
  expect(history[0].errors[0]).toMatchObject({ code: 2593109, title: expect.any(String) });
  expect(JSON.stringify(history)).not.toContain('secret');
});

test('a made-up history is as large as asked for', async () => {
  await onboard({ history: { chats: 3, messagesPerChat: 50, days: 100 } });
  const threads = (await readHistory())
    .flatMap(({ history = [] }) => history)
    .flatMap((chunk) => chunk.threads);
  expect(threads.flatMap(({ messages }) => messages)).toHaveLength(150);
});

test('the past opens no window; a message that comes after onboarding does', async () => {
  await onboard({ history: [{ with: customer.waId, text: 'yesterday', daysAgo: 0.1 }] });
  await readHistory();
  const { body: before } = await send();
  await world.simulator.control.settle();
  const statusOf = (id: string) =>
    world.receiver
      .statuses()
      .filter((told) => told.id === id)
      .at(-1)?.status;
  expect(statusOf(before.messages[0].id)).toBe('failed');
  const message = { phoneNumberId, type: 'text', text: { body: 'today' } };
  await world.phone('POST', `/phones/${customer.waId}/messages`, message);
  const { body: after } = await send();
  await world.simulator.control.settle();
  expect(statusOf(after.messages[0].id)).toBe('delivered');
});

test('an app that is not opened for 14 days is disconnected; opening it in time keeps it', async () => {
  await onboard();
  await advance(world, 13 * dayMs);
  await world.phone('POST', `/businesses/${phoneNumberId}/open`);
  await advance(world, 13 * dayMs);
  expect(await updates()).toEqual([]);
  await advance(world, dayMs);
  expect(await updates()).toEqual([
    {
      phone_number: '819077770001',
      event: 'PARTNER_REMOVED',
      waba_info: { waba_id: world.wabaId, owner_business_id: expect.stringMatching(/^\d+$/) },
      disconnection_info: { reason: 'PRIMARY_INACTIVITY', initiated_by: 'SYSTEM' },
    },
  ]);
  expect((await send()).body.error.code).toBe(133010);
});

test('an API that sends nothing for 30 days is disconnected', async () => {
  await onboard();
  for (const days of [13, 13, 4]) {
    await world.phone('POST', `/businesses/${phoneNumberId}/open`);
    await advance(world, days * dayMs);
  }
  expect(await updates()).toMatchObject([{ disconnection_info: { reason: 'COMPANION_INACTIVITY' } }]);
});

test('the owner can disconnect in the app, and connect again with everything anew', async () => {
  await onboard();
  await sync('history');
  await world.phone('POST', `/businesses/${phoneNumberId}/disconnect`);
  expect(await updates()).toMatchObject([
    { disconnection_info: { reason: 'ACCOUNT_DISCONNECTED', initiated_by: 'USER' } },
  ]);
  await world.simulator.control.setSettings({ onboarding: { disconnectedCode: 10 } });
  expect((await send()).body.error.code).toBe(10);
  const { event } = await signUp();
  expect(event.event).toBe('FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING');
  expect((await sync('history')).status).toBe(200);
  expect((await send()).status).toBe(200);
});

test('a new phone takes the number off for a while', async () => {
  await onboard();
  await world.phone('POST', `/businesses/${phoneNumberId}/change-device`, { step: 'leave' });
  expect((await send()).body.error.code).toBe(133010);
  await world.phone('POST', `/businesses/${phoneNumberId}/change-device`, { step: 'return' });
  expect(await updates()).toEqual([{ event: 'ACCOUNT_OFFBOARDED' }, { event: 'ACCOUNT_RECONNECTED' }]);
  expect((await send()).status).toBe(200);
});

test('numbers of some countries cannot be connected, by the date of the world', async () => {
  await world.simulator.control.mergeWorld({
    businessApps: [
      { displayPhoneNumber: '+234 801 000 0001', name: 'Lagos Tea' },
      { displayPhoneNumber: app, name: 'Aoi Tea House' },
    ],
  });
  const { control } = world.simulator;
  const connect = (businessApp: string) => control.signUp({ waba: { id: world.wabaId }, businessApp });
  await expect(connect('2348010000001')).rejects.toThrow(/Country not supported/);
  await control.moveClock({ freezeAt: Date.UTC(2025, 8, 1) });
  await expect(connect('819077770001')).rejects.toThrow(/Country not supported/);
  await control.moveClock({ freezeAt: Date.UTC(2025, 9, 23) });
  expect((await connect('819077770001')).code).toMatch(/^AQB/);
});
