import { afterAll, beforeAll, expect, test } from 'vitest';
import { customer, startTestWorld, type TestWorld } from '../../../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld({ app: { fields: ['messages', 'user_preferences'] } });
});
afterAll(() => world.stop());

const input = {
  signup_message: 'News from the kiln?',
  confirmation_message: 'Thank you. Your code: {{promo_code}}',
  privacy_policy_url: 'https://example.com/privacy',
  website_url: 'https://example.com',
  promo_code: 'KILN10',
  policy: { tos: 'v1', accepted: true },
};
const create = (more: object = {}) =>
  world.graph('POST', `/v25.0/${world.wabaId}/signups`, { ...input, ...more });

test('a sign-up is created, listed, read by both paths, and switched off', async () => {
  const { body: created } = await create();
  const { body: list } = await world.graph('GET', `/${world.wabaId}/signups`);
  expect(list).toMatchObject({ data: [{ id: created.id, status: 'ACTIVE' }] });
  expect((await world.graph('POST', `/signups/${created.id}`, { status: 'DISABLED' })).body).toEqual({
    success: true,
  });
  expect((await world.graph('GET', `/${created.id}?fields=status`)).body).toMatchObject({
    status: 'DISABLED',
  });
});

test.each([
  [{ policy: { accepted: false } }, 2494168],
  [{ privacy_policy_url: 'privacy' }, 2494177],
  [{ website_url: 'http://example.com' }, 2494179],
  [{ confirmation_message: 'Hi {{name}}' }, 2494166],
  [{ promo_code: undefined }, 2494167],
  [{ signup_message: '' }, 100],
])('%j is refused with %i', async (more, code) => {
  expect((await create(more)).body.error.code).toBe(code);
});

test('who signs up is told by user_preferences', async () => {
  const { body: created } = await create();
  const answer = await world.phone('POST', `/phones/${customer.waId}/sign-up`, {
    phoneNumberId: world.phoneNumberId,
    signupId: created.id,
  });
  expect(answer.status).toBe(200);
  await world.simulator.control.settle();
  const told = world.receiver.received.map(({ body }) => JSON.parse(body).entry[0].changes[0]);
  expect(told.find(({ field }) => field === 'user_preferences').value.user_preferences).toMatchObject([
    { wa_id: customer.waId, value: 'signup', signup_id: created.id, category: 'marketing_messages' },
  ]);
});
