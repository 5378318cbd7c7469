import { readWebhookValue } from '@renkei/graph-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { valuesOf } from '../../testing/send-template.ts';
import { customer, startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';
import type { TellInput } from './registry.ts';

const fields = [
  'account_update',
  'account_review_update',
  'account_alerts',
  'partner_solutions',
  'payment_configuration_update',
  'messaging_handovers',
  'standby',
  'security',
];

let world: TestWorld;
let portfolioId: string;
beforeAll(async () => {
  world = await startTestWorld({ app: { fields } });
  const { portfolios } = await world.simulator.control.getWorld();
  portfolioId = String(portfolios[0]?.id);
});
afterAll(() => world.stop());

const listTidings = (): readonly (readonly [field: string, input: TellInput])[] => {
  const { wabaId, appId, phoneNumberId } = world;
  const chat = { phoneNumberId, waId: customer.waId };
  return [
    ['account_review_update', { tell: 'account-review', wabaId, decision: 'APPROVED' }],
    ['account_alerts', { tell: 'alert', wabaId, type: 'PROFILE_PICTURE_LOST', phoneNumberId }],
    ['account_update', { tell: 'ban-scheduled', wabaId, date: '2026-11-30' }],
    ['account_update', { tell: 'violation', wabaId, type: 'SPAM' }],
    ['account_update', { tell: 'account-deleted', wabaId }],
    [
      'account_update',
      { tell: 'volume-tier', wabaId, category: 'UTILITY', tier: '250001:1000000', region: 'Japan' },
    ],
    ['account_update', { tell: 'primary-country', wabaId, country: 'JP' }],
    ['account_update', { tell: 'international-codes', wabaId, exceptions: ['IN'] }],
    [
      'payment_configuration_update',
      { tell: 'payment-configuration', wabaId, name: 'upi', provider: 'razorpay', status: 'Active' },
    ],
    ['account_update', { tell: 'partner-added', wabaId, appId }],
    ['account_update', { tell: 'partner-removed', wabaId, appId }],
    ['account_update', { tell: 'partner-app-installed', wabaId, appId }],
    ['account_update', { tell: 'partner-app-uninstalled', wabaId, appId }],
    ['account_update', { tell: 'certification-needed', wabaId }],
    ['account_update', { tell: 'certification-status', wabaId, status: 'APPROVED' }],
    ['partner_solutions', { tell: 'solution', portfolioId, solutionId: '3030', status: 'ACTIVE' }],
    ['messaging_handovers', { tell: 'handover', ...chat, summary: 'Wants another address' }],
    ['standby', { tell: 'standby', ...chat, text: 'Is anyone there?' }],
    ['security', { tell: 'pin-reset-request', phoneNumberId }],
  ];
};

test('everything that can be told comes as a webhook that our parser understands', async () => {
  for (const [field, input] of listTidings()) {
    const before = valuesOf(world, field).length;
    expect(await world.simulator.control.tell(input)).toEqual({ told: field });
    await world.simulator.control.settle();
    const values = valuesOf(world, field);
    expect(values, input.tell).toHaveLength(before + 1);
    expect(readWebhookValue(field, values.at(-1)), input.tell).toMatchObject({ ok: true });
  }
});

test('a ban that is announced says the day as Meta writes it', () => {
  const update = valuesOf(world, 'account_update').find(({ event }) => event === 'DISABLED_UPDATE');
  expect(update.ban_info).toEqual({
    waba_ban_state: 'SCHEDULE_FOR_DISABLE',
    waba_ban_date: 'November 30, 2026',
  });
});

test('what is unknown or incomplete is refused', async () => {
  const tell = async (body: object) => (await world.phone('POST', '/control/tell', body)).status;
  expect(await tell({ tell: 'nothing' })).toBe(400);
  expect(await tell({ tell: 'account-review', wabaId: world.wabaId })).toBe(400);
  expect(await tell({ tell: 'account-deleted', wabaId: '1' })).toBe(404);
});
