import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

const usageOf = (headers: Headers) => JSON.parse(headers.get('x-business-use-case-usage') ?? '{}');

test('management calls count against the WABA, and the headers say how much of the hour is used', async () => {
  await world.simulator.control.setSettings({ graph: { activeCallsPerHour: 4 } });
  const call = () => world.graph('GET', `/${world.wabaId}/phone_numbers`);
  const first = await call();
  expect(usageOf(first.headers)).toEqual({
    [world.wabaId]: [
      {
        type: 'whatsapp_business_management',
        call_count: 25,
        total_cputime: 1,
        total_time: 1,
        estimated_time_to_regain_access: 0,
      },
    ],
  });
  for (let calls = 1; calls < 4; calls += 1) expect((await call()).status).toBe(200);
  const refused = await call();
  expect([refused.status, refused.body.error.code]).toEqual([400, 80008]);
  const [usage] = usageOf(refused.headers)[world.wabaId];
  expect(usage).toMatchObject({ call_count: 125, estimated_time_to_regain_access: 60 });
  await world.simulator.control.moveClock({ advanceMs: 60 * 60 * 1000 });
  expect((await call()).status).toBe(200);
});

test('sends are not management calls: they go on while those are refused', async () => {
  await world.simulator.control.setSettings({ graph: { activeCallsPerHour: 1 } });
  await world.graph('GET', `/${world.wabaId}`);
  expect((await world.graph('GET', `/${world.wabaId}`)).body.error.code).toBe(80008);
  const sent = await world.sendText('still here');
  expect(sent.status).toBe(200);
  expect(sent.headers.get('x-business-use-case-usage')).toBeNull();
  expect(JSON.parse(sent.headers.get('x-app-usage') ?? '')).toMatchObject({ call_count: 0 });
  await world.simulator.control.setSettings({ graph: { activeCallsPerHour: 5000 } });
});

test('a WABA without a registered number has 200 calls, what concerns no WABA counts against the app (4)', async () => {
  await world.simulator.control.setSettings({ graph: { callsPerHour: 1, appCallsPerHour: 1 } });
  await world.simulator.control.mergeWorld({ wabas: [{ id: '900000000000009' }] });
  await world.graph('GET', '/900000000000009');
  expect((await world.graph('GET', '/900000000000009')).body.error.code).toBe(80008);
  const { portfolios } = await world.simulator.control.getWorld();
  const wabas = () => world.graph('GET', `/${portfolios[0]?.id}/owned_whatsapp_business_accounts`);
  expect((await wabas()).headers.get('x-app-usage')).toContain('"call_count":100');
  const refused = await wabas();
  expect([refused.status, refused.body.error.code]).toEqual([400, 4]);
});
