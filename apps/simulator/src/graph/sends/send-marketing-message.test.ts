import { afterAll, beforeAll, expect, test } from 'vitest';
import { advance, sendTemplate } from '../../testing/send-template.ts';
import { customer, startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
  const components = [{ type: 'BODY', text: 'The new tea is here.' }];
  await world.simulator.control.mergeWorld({
    wabas: [
      {
        id: world.wabaId,
        marketingMessagesStatus: 'ONBOARDED',
        templates: [
          { name: 'news', language: 'en', category: 'MARKETING', components },
          {
            name: 'table',
            language: 'en',
            category: 'UTILITY',
            components: [{ type: 'BODY', text: 'Ready.' }],
          },
        ],
      },
    ],
  });
  await world.simulator.control.setSettings({ templates: { reviewDelayMs: { min: 0, max: 0 } } });
});
afterAll(() => world.stop());

const edge = 'marketing_messages';
const strict = { product_policy: 'STRICT' };
const onboard = (marketingMessagesStatus: 'ONBOARDED' | 'ELIGIBLE') =>
  world.simulator.control.mergeWorld({ wabas: [{ id: world.wabaId, marketingMessagesStatus }] });

test('a marketing template goes out and is priced as marketing_lite', async () => {
  const { body } = await sendTemplate(world, 'news', customer.waId, { edge });
  expect(body.messages[0]).toMatchObject({ message_status: 'accepted' });
  await world.simulator.control.settle();
  const [sent] = world.receiver.statuses().filter(({ id }) => id === body.messages[0].id);
  expect(sent).toMatchObject({ pricing: { category: 'marketing_lite', billable: true } });
});

test('other categories are refused with 134100', async () => {
  const { body } = await sendTemplate(world, 'table', customer.waId, { edge });
  expect(body.error.code).toBe(134100);
});

test('an account that is not onboarded falls back to the Cloud API, or is refused when strict', async () => {
  await onboard('ELIGIBLE');
  const { body } = await sendTemplate(world, 'news', customer.waId, { edge, body: strict });
  expect(body.error.code).toBe(131055);
  const fallback = await sendTemplate(world, 'news', customer.waId, { edge });
  await world.simulator.control.settle();
  const [sent] = world.receiver.statuses().filter(({ id }) => id === fallback.body.messages[0].id);
  expect(sent).toMatchObject({ pricing: { category: 'marketing' } });
  await onboard('ONBOARDED');
});

test('a new template needs ten minutes to be known there (134101)', async () => {
  await world.graph('POST', `/${world.wabaId}/message_templates`, {
    name: 'fresh',
    language: 'en',
    category: 'MARKETING',
    components: [{ type: 'BODY', text: 'Fresh from the garden.' }],
  });
  const send = () => sendTemplate(world, 'fresh', customer.waId, { edge, body: strict });
  expect((await send()).body.error.code).toBe(134101);
  await advance(world, 10 * 60_000);
  expect((await send()).status).toBe(200);
});

test('with marketing switched off on the Cloud API the ordinary edge answers 131063', async () => {
  await world.simulator.control.mergeWorld({
    wabas: [{ id: world.wabaId, isMarketingOffOnCloudApi: true }],
  });
  expect((await sendTemplate(world, 'news', customer.waId)).body.error.code).toBe(131063);
  expect((await sendTemplate(world, 'news', customer.waId, { edge })).status).toBe(200);
});
