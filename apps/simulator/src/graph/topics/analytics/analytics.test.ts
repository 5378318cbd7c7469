import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { customer, startTestWorld, type TestWorld } from '../../../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
  await world.simulator.control.mergeWorld({ wabas: [{ id: world.wabaId, timezoneId: 'Asia/Tokyo' }] });
  await world.simulator.control.moveClock({ freezeAt: Date.parse('2026-11-20T16:00:00Z') });
  await world.openWindow();
  for (const text of ['one', 'two']) await world.sendText(text);
  await world.graph('POST', `/${world.phoneNumberId}/messages`, {
    messaging_product: 'whatsapp',
    to: customer.waId,
    type: 'template',
    template: {
      name: 'order_update',
      language: { code: 'en' },
      components: [{ type: 'body', parameters: ['A', '1', 'B'].map((text) => ({ type: 'text', text })) }],
    },
  });
  await world.simulator.control.settle();
});
afterAll(() => world.stop());

const day = {
  start: Date.parse('2026-11-20T15:00:00Z') / 1000,
  end: Date.parse('2026-11-21T15:00:00Z') / 1000,
};
const range = `.start(${day.start}).end(${day.end})`;
const read = async (field: string) => (await world.graph('GET', `/${world.wabaId}?fields=${field}`)).body;

test('analytics count what was sent and delivered, by day of the account', async () => {
  expect(await read(`analytics${range}.granularity(DAY)`)).toMatchObject({
    analytics: {
      granularity: 'DAY',
      phone_numbers: ['81355500100'],
      data_points: [{ ...day, sent: 3, delivered: 3 }],
    },
    id: world.wabaId,
  });
  expect(await read(`analytics${range}.granularity(HALF_HOUR).country_codes(["US"])`)).toMatchObject({
    analytics: { data_points: [] },
  });
});

test('pricing_analytics split volume and cost by the dimensions asked for', async () => {
  const field = `pricing_analytics${range}.granularity(DAILY).dimensions(["PRICING_CATEGORY","PRICING_TYPE","COUNTRY"])`;
  const body = await read(field);
  const schema = z.object({
    pricing_analytics: z.object({
      data: z.tuple([z.object({ data_points: z.array(z.looseObject({ cost: z.number() })) })]),
    }),
  });
  const [{ data_points: points }] = schema.parse(body).pricing_analytics.data;
  expect(points).toContainEqual({
    ...day,
    country: 'JP',
    pricing_category: 'SERVICE',
    pricing_type: 'FREE_CUSTOMER_SERVICE',
    volume: 2,
    cost: 0,
  });
  const template = points.find(({ pricing_category }) => pricing_category !== 'SERVICE');
  expect(template).toMatchObject({ pricing_type: 'REGULAR', volume: 1 });
  expect(template?.cost).toBeGreaterThan(0);
  const volumes = await read(`pricing_analytics${range}.granularity(MONTHLY).metric_types(["VOLUME"])`);
  expect(volumes).toMatchObject({ pricing_analytics: { data: [{ data_points: [{ volume: 3 }] }] } });
  expect(JSON.stringify(volumes)).not.toContain('cost');
});

test('conversation_analytics and call_analytics have their own shape', async () => {
  const dimensions = '.dimensions(["CONVERSATION_DIRECTION"])';
  expect(await read(`conversation_analytics${range}.granularity(DAILY)${dimensions}`)).toMatchObject({
    conversation_analytics: {
      data: [
        {
          data_points: [
            { conversation_direction: 'USER_INITIATED', conversation: 2 },
            { conversation_direction: 'BUSINESS_INITIATED', conversation: 1 },
          ],
        },
      ],
    },
  });
  expect(await read(`call_analytics${range}.granularity(DAILY)`)).toMatchObject({
    call_analytics: { data: [{ data_points: [] }] },
  });
});

test.each([
  ['analytics.start(1).end(2)', 'The parameter granularity is required.'],
  [`analytics${range}.granularity(YEAR)`, 'granularity must be one of {HALF_HOUR, DAY, MONTH} - got "YEAR".'],
  ['analytics.start(x).end(2).granularity(DAY)', 'start is not valid'],
  ['analytics.start(1).end(2).granularity(DAY)', 'start must be within the last year.'],
  ['pricing_analytics.start(3).end(2).granularity(DAILY)', 'start must be before end.'],
])('%s is refused with 100', async (field, message) => {
  const { error } = await read(field);
  expect([error.code, error.message]).toEqual([100, expect.stringContaining(message)]);
});

test('template_analytics need insights (200007), then count by template and day', async () => {
  const { body: templates } = await world.graph(
    'GET',
    `/${world.wabaId}/message_templates?name=order_update&language=en`,
  );
  const { id } = Object(templates.data[0]);
  const query = `start=${day.start}&end=${day.end}&granularity=DAILY&template_ids=[${id}]&use_waba_timezone=true`;
  const call = (more = '') => world.graph('GET', `/${world.wabaId}/template_analytics?${query}${more}`);
  expect((await call()).body.error.code).toBe(200007);
  await world.graph('POST', `/${world.wabaId}`, { is_enabled_for_insights: true });
  expect((await call()).body).toMatchObject({
    data: [
      {
        granularity: 'DAILY',
        product_type: 'cloud_api',
        data_points: [
          { template_id: id, ...day, sent: 1, delivered: 1, read: 0, cost: [{ type: 'amount_spent' }] },
        ],
      },
    ],
  });
  const only = await call('&metric_types=SENT');
  expect(Object.keys(Object(only.body.data[0]).data_points[0]).sort()).toEqual([
    'end',
    'sent',
    'start',
    'template_id',
  ]);
  const many = `/${world.wabaId}/template_analytics?${query.replace(/\[.*?\]/, '[1,2,3,4,5,6,7,8,9,10,11]')}`;
  expect((await world.graph('GET', many)).body.error.message).toContain('at most 10 elements');
});
