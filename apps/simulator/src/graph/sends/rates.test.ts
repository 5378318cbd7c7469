import { afterAll, beforeAll, expect, test } from 'vitest';
import { customer, startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

let world: TestWorld;
let elapsedMs = 0;
beforeAll(async () => {
  // A clock that only moves by hand: rates are exact then.
  world = await startTestWorld({
    time: { now: () => 1_795_300_000_000 + elapsedMs, monotonicMs: () => elapsedMs },
  });
  await world.simulator.control.setSettings({ everyoneIsOnWhatsApp: true });
});
afterAll(() => world.stop());

const sendTo = async (to: string) => {
  const answer = await world.graph('POST', `/${world.phoneNumberId}/messages`, {
    messaging_product: 'whatsapp',
    to,
    type: 'text',
    text: { body: 'hi' },
  });
  return answer.body.error?.code ?? 'accepted';
};

test('a number sends 80 in a second, the 81st is 130429, and one more every 12.5 ms', async () => {
  const codes: unknown[] = [];
  for (let index = 0; index < 81; index += 1) codes.push(await sendTo(`8190000${10_000 + index}`));
  expect(codes.slice(0, 80).every((code) => code === 'accepted')).toBe(true);
  expect(codes[80]).toBe(130429);
  elapsedMs += 12;
  expect(await sendTo('819000020000')).toBe(130429);
  elapsedMs += 1;
  expect(await sendTo('819000020000')).toBe('accepted');
});

test('a pair takes a burst of 45, the 46th is 131056, then one every 6 s; others are not held up', async () => {
  elapsedMs += 60_000;
  const codes: unknown[] = [];
  for (let index = 0; index < 46; index += 1) codes.push(await sendTo(customer.waId));
  expect(codes.slice(0, 45).every((code) => code === 'accepted')).toBe(true);
  expect(codes[45]).toBe(131056);
  expect(await sendTo('819000030000')).toBe('accepted');
  elapsedMs += 5_999;
  expect(await sendTo(customer.waId)).toBe(131056);
  elapsedMs += 1;
  expect(await sendTo(customer.waId)).toBe('accepted');
});

test('control moves both rates, and a moved clock refills them', async () => {
  await world.simulator.control.setSettings({ rates: { numberPerSecond: 1000, pairBurst: 2 } });
  elapsedMs += 60_000;
  expect([await sendTo('819000040000'), await sendTo('819000040000'), await sendTo('819000040000')]).toEqual([
    'accepted',
    'accepted',
    131056,
  ]);
  await world.simulator.control.moveClock({ advanceMs: 6000 });
  expect(await sendTo('819000040000')).toBe('accepted');
});
