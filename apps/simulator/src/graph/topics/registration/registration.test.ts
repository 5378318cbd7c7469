import { afterEach, beforeEach, expect, test } from 'vitest';
import { advance, valuesOf } from '../../../testing/send-template.ts';
import { type Answer, startTestWorld, type TestWorld } from '../../../testing/start-test-world.ts';

const hourMs = 60 * 60 * 1000;
const number = { cc: '81', phone_number: '90-5555-0001', verified_name: 'Riverside Annex' };

let world: TestWorld;
beforeEach(async () => {
  world = await startTestWorld({ app: { fields: ['messages', 'security'] } });
  await world.simulator.control.setSettings({ onboarding: { pinPauseMs: 0 } });
});
afterEach(() => world.stop());

const add = (body: object = number) => world.graph('POST', `/v25.0/${world.wabaId}/phone_numbers`, body);
const requestCode = (id: string) => world.graph('POST', `/${id}/request_code?code_method=SMS&language=en_US`);
const readCode = async (id: string) => {
  const { codes } = await world.simulator.control.listCodes();
  return String(codes.find(({ phoneNumberId }) => phoneNumberId === id)?.code);
};
const verify = (id: string, code: string) => world.graph('POST', `/${id}/verify_code`, { code });
const register = (id: string, more: object = {}) =>
  world.graph('POST', `/${id}/register`, { messaging_product: 'whatsapp', pin: '482913', ...more });
const deregister = (id: string) =>
  world.graph('POST', `/${id}/deregister`, { messaging_product: 'whatsapp' });
const show = async (id: string, fields: string) =>
  Object((await world.graph('GET', `/${id}?fields=${fields}`)).body);
const codeOf = ({ body }: Answer) => body.error?.code;
const sendFrom = (id: string) =>
  world.graph('POST', `/${id}/messages`, {
    messaging_product: 'whatsapp',
    to: '+819012345678',
    type: 'text',
    text: { body: 'hello' },
  });

const verified = async () => {
  const { body } = await add();
  await requestCode(body.id);
  await verify(body.id, await readCode(body.id));
  return body.id;
};

test('a number is added, verified by its code and registered, and can send from then on', async () => {
  const { body } = await add();
  expect(await show(body.id, 'code_verification_status,status,display_phone_number')).toEqual({
    id: body.id,
    code_verification_status: 'NOT_VERIFIED',
    status: 'PENDING',
    display_phone_number: '+81 90-5555-0001',
  });
  expect(codeOf(await register(body.id))).toBe(133006);
  expect((await requestCode(body.id)).body).toEqual({ success: true });
  const code = await readCode(body.id);
  expect((await verify(body.id, `${code.slice(0, 3)}-${code.slice(3)}`)).body).toEqual({ success: true });
  expect(codeOf(await sendFrom(body.id))).toBe(133010);
  expect((await register(body.id)).body).toEqual({ success: true });
  expect(await show(body.id, 'status,platform_type,is_pin_enabled')).toMatchObject({
    status: 'CONNECTED',
    platform_type: 'CLOUD_API',
    is_pin_enabled: true,
  });
  expect((await sendFrom(body.id)).status).toBe(200);
});

test('what cannot be a new number is refused with the reason', async () => {
  const subcode = async (body: object) => (await add(body)).body.error.error_subcode;
  expect(codeOf(await add({ ...number, verified_name: 'x' }))).toBe(100);
  expect(codeOf(await add({ cc: '81', verified_name: 'Riverside' }))).toBe(100);
  expect(codeOf(await add({ ...number, cc: '999', phone_number: '12' }))).toBe(100);
  expect(await subcode({ ...number, phone_number: '3-5550-0100' })).toBe(2388012);
  expect(await subcode({ ...number, migrate_phone_number: true })).toBe(2388091);
  await world.simulator.control.decide({
    decision: 'restriction',
    wabaId: world.wabaId,
    type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION',
  });
  expect(codeOf(await add())).toBe(368);
});

test('a portfolio has two numbers at most, and 20 once it is verified', async () => {
  const { portfolios } = await world.simulator.control.getWorld();
  const id = String(portfolios[0]?.id);
  await world.simulator.control.mergeWorld({
    portfolios: [{ id, verificationStatus: 'not_verified', messagingLimit: 'TIER_250' }],
  });
  expect((await add()).status).toBe(200);
  const third = { ...number, phone_number: '90-5555-0002' };
  expect((await add(third)).body.error).toMatchObject({ code: 100 });
  await world.simulator.control.decide({ decision: 'verification', portfolioId: id, status: 'verified' });
  expect((await add(third)).status).toBe(200);
});

test('a wrong code, an old one and too many tries are refused with 136025', async () => {
  const { body } = await add();
  expect(codeOf(await verify(body.id, '000000'))).toBe(136025);
  await requestCode(body.id);
  const code = await readCode(body.id);
  const wrong = code === '111111' ? '222222' : '111111';
  expect(codeOf(await verify(body.id, wrong))).toBe(136025);
  await advance(world, 11 * 60_000);
  expect(codeOf(await verify(body.id, code))).toBe(136025);
  await requestCode(body.id);
  for (let attempt = 0; attempt < 5; attempt += 1) await verify(body.id, wrong);
  expect(codeOf(await verify(body.id, await readCode(body.id)))).toBe(136025);
  await advance(world, 12 * hourMs);
  await requestCode(body.id);
  expect((await verify(body.id, await readCode(body.id))).status).toBe(200);
  expect(codeOf(await requestCode(body.id))).toBe(136025);
});

test('a phone that has the number gets the code', async () => {
  await world.phone('POST', '/phones', { waId: '819055550001', name: 'Annex' });
  const { body } = await add();
  await requestCode(body.id);
  const { codes } = Object((await world.phone('GET', '/phones/819055550001')).body);
  expect(codes).toEqual([await readCode(body.id)]);
});

test('the PIN is set by the first registration and has to match afterwards', async () => {
  const id = await verified();
  expect((await register(id)).status).toBe(200);
  expect(codeOf(await register(id, { pin: '000000' }))).toBe(133005);
  await world.simulator.control.setSettings({ onboarding: { pinPauseMs: 60_000 } });
  expect(codeOf(await register(id, { pin: '000000' }))).toBe(133009);
  await world.simulator.control.setSettings({ onboarding: { pinPauseMs: 0, wrongPinsAllowed: 3 } });
  expect(codeOf(await register(id, { pin: '000000' }))).toBe(133005);
  expect(codeOf(await register(id))).toBe(133008);
  await advance(world, 12 * hourMs);
  expect((await register(id)).status).toBe(200);
});

test('a changed PIN counts, and is told of', async () => {
  const id = await verified();
  await register(id);
  await world.graph('POST', `/${id}`, { pin: '135790' });
  expect(codeOf(await register(id))).toBe(133005);
  expect((await register(id, { pin: '135790' })).status).toBe(200);
  await world.simulator.control.settle();
  expect(valuesOf(world, 'security').at(-1)).toMatchObject({ event: 'PIN_CHANGED' });
});

test('register and deregister share ten calls in 72 hours', async () => {
  const id = await verified();
  for (let pair = 0; pair < 5; pair += 1) {
    expect((await register(id)).status).toBe(200);
    expect((await deregister(id)).status).toBe(200);
  }
  expect(codeOf(await register(id))).toBe(133016);
  await advance(world, 72 * hourMs);
  expect((await register(id)).status).toBe(200);
});

test('a deregistered number sends and hears nothing', async () => {
  const id = await verified();
  await register(id);
  await deregister(id);
  expect(await show(id, 'status')).toMatchObject({ status: 'DISCONNECTED' });
  expect(codeOf(await sendFrom(id))).toBe(133010);
  expect(codeOf(await deregister(id))).toBe(133010);
  const before = world.receiver.received.length;
  const message = { phoneNumberId: id, type: 'text', text: { body: 'hello?' } };
  await world.phone('POST', '/phones/819012345678/messages', message);
  await world.simulator.control.settle();
  expect(world.receiver.received).toHaveLength(before);
});

test('where messages are kept is chosen once: region or retention, never both', async () => {
  const id = await verified();
  const both = { data_localization_region: 'JP', meta_store_retention_minutes: 60 };
  expect(codeOf(await register(id, both))).toBe(100);
  expect(codeOf(await register(id, { data_localization_region: 'XX' }))).toBe(100);
  expect((await register(id, { data_localization_region: 'JP' })).status).toBe(200);
  expect(Object((await world.graph('GET', `/${id}/settings`)).body).storage_configuration).toMatchObject({
    data_localization_region: 'JP',
  });
  expect(codeOf(await register(id, { data_localization_region: 'DE' }))).toBe(100);
  await deregister(id);
  expect((await register(id, { data_localization_region: 'DE' })).status).toBe(200);
});

test('a number moves to another account once its PIN is off, and leaves a node marked as migrated', async () => {
  const id = await verified();
  await register(id);
  await world.simulator.control.mergeWorld({
    wabas: [{ id: world.wabaId, phoneNumbers: [{ id, nameStatus: 'APPROVED' }] }],
  });
  await world.simulator.control.decide({ decision: 'display-name', phoneNumberId: id });
  const target = (await world.simulator.control.mergeWorld({ wabas: [{ name: 'Target' }] })).wabas.at(-1)?.id;
  const move = (more: object) => world.graph('POST', `/${target}/phone_numbers`, { ...number, ...more });
  expect(codeOf(await move({}))).toBe(100);
  expect((await move({ migrate_phone_number: true })).body.error.error_subcode).toBe(2388001);
  await world.simulator.control.decide({ decision: 'two-step-off', phoneNumberId: id });
  const { body } = await move({ migrate_phone_number: true });
  await requestCode(body.id);
  await verify(body.id, await readCode(body.id));
  expect((await register(body.id)).status).toBe(200);
  expect(await show(id, 'status')).toMatchObject({ status: 'MIGRATED' });
  expect(codeOf(await sendFrom(id))).toBe(133010);
});

test('a deleted number is gone, and cannot be registered again for five minutes', async () => {
  const id = await verified();
  await world.simulator.control.decide({ decision: 'number-deletion', phoneNumberId: id });
  expect((await world.graph('GET', `/${id}`)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
  const again = await verified();
  expect(codeOf(await register(again))).toBe(133015);
  await advance(world, 5 * 60_000);
  expect((await register(again)).status).toBe(200);
});
