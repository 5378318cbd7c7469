import { afterEach, beforeEach, expect, test } from 'vitest';
import { advance, sendTemplate, valuesOf } from '../../testing/send-template.ts';
import { startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

const hourMs = 60 * 60 * 1000;
const people = Array.from({ length: 6 }, (_, index) => `81901234000${index}`);

let world: TestWorld;
beforeEach(async () => {
  world = await startTestWorld({
    customers: people.map((waId) => ({ waId })),
    app: {
      fields: ['messages', 'business_capability_update', 'phone_number_quality_update', 'account_alerts'],
    },
  });
  await world.simulator.control.mergeWorld({
    wabas: [
      {
        id: world.wabaId,
        templates: [
          { name: 'note', language: 'en', components: [{ type: 'BODY', text: 'A note for you.' }] },
        ],
      },
    ],
  });
});
afterEach(() => world.stop());

const sendToAll = () => Promise.all(people.map((waId) => sendTemplate(world, 'note', waId)));
const portfolioOf = async () => (await world.simulator.control.getWorld()).portfolios[0];

test('a portfolio of 250 that reached enough people on trial may start with 2,000 six hours later', async () => {
  const portfolio = await portfolioOf();
  await world.simulator.control.decide({
    decision: 'messaging-limit',
    portfolioId: portfolio?.id ?? '',
    tier: 'TIER_250',
  });
  await world.simulator.control.setSettings({ limits: { trialUsers: people.length } });
  await sendToAll();
  await world.simulator.control.settle();
  await advance(world, 6 * hourMs - 1000);
  expect((await portfolioOf())?.messagingLimit).toBe('TIER_250');
  await advance(world, 1000);
  expect((await portfolioOf())?.messagingLimit).toBe('TIER_2K');
  expect(valuesOf(world, 'business_capability_update').at(-1)).toMatchObject({
    max_daily_conversations_per_business: 'TIER_2K',
  });
});

test('with low quality the rise is refused, and told', async () => {
  const portfolioId = (await portfolioOf())?.id ?? '';
  const { control } = world.simulator;
  await control.decide({ decision: 'messaging-limit', portfolioId, tier: 'TIER_250' });
  await control.decide({
    decision: 'number-quality',
    phoneNumberId: world.phoneNumberId,
    score: 'RED',
  });
  await control.setSettings({ limits: { trialUsers: people.length } });
  await sendToAll();
  await control.settle();
  await advance(world, 6 * hourMs);
  expect((await portfolioOf())?.messagingLimit).toBe('TIER_250');
  expect(valuesOf(world, 'account_alerts')).toMatchObject([
    { entity_id: portfolioId, alert_info: { alert_type: 'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED' } },
  ]);
});

test('a verified business leaves the level of 250 at once', async () => {
  const portfolioId = (await portfolioOf())?.id ?? '';
  const { control } = world.simulator;
  await control.decide({ decision: 'messaging-limit', portfolioId, tier: 'TIER_250' });
  await control.decide({ decision: 'verification', portfolioId, status: 'verified' });
  expect((await portfolioOf())?.messagingLimit).toBe('TIER_2K');
});

test('an unlimited number that reaches enough people gets the high throughput after a minute of 131057', async () => {
  await world.simulator.control.setSettings({ limits: { throughputUpgradeUsers: people.length } });
  await sendToAll();
  const first = people[0] ?? '';
  expect((await sendTemplate(world, 'note', first)).body.error).toMatchObject({ code: 131057 });
  await advance(world, 60_000);
  expect((await sendTemplate(world, 'note', first)).status).toBe(200);
  const { body: number } = await world.graph('GET', `/${world.phoneNumberId}?fields=throughput`);
  expect(number).toMatchObject({ throughput: { level: 'HIGH' } });
  expect(valuesOf(world, 'phone_number_quality_update')).toMatchObject([{ event: 'THROUGHPUT_UPGRADE' }]);
});

test('a coexistence number sends 20 messages a second, and what comes in counts too', async () => {
  await world.simulator.control.setSettings({ rates: { coexistencePerSecond: 3 } });
  await world.simulator.control.mergeWorld({
    wabas: [{ id: world.wabaId, phoneNumbers: [{ id: world.phoneNumberId, onBusinessApp: true }] }],
  });
  const inbound = { phoneNumberId: world.phoneNumberId, type: 'text', text: { body: 'hi' } };
  await world.simulator.control.sendInbound([{ ...inbound, waId: people[0] ?? '' }]);
  const codes = (await sendToAll()).map(({ body }) => body.error?.code);
  expect(codes.filter((code) => code === 130429).length).toBeGreaterThanOrEqual(people.length - 3);
});
