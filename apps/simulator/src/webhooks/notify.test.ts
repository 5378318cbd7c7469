import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appSecret, startTestWorld, type TestWorld, verifyToken } from '../testing/start-test-world.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts';

let world: TestWorld;
let override: WebhookReceiver;
beforeEach(async () => {
  world = await startTestWorld({
    app: { fields: ['messages', 'calls', 'message_template_status_update', 'partner_solutions'] },
  });
  override = await startWebhookReceiver({ secret: appSecret, verifyToken });
});
afterEach(async () => {
  await world.stop();
  await override.stop();
});

const bodiesOf = ({ received }: WebhookReceiver) => received.map(({ body }) => JSON.parse(body));

test('any field reaches the apps that subscribed it, signed over the bytes', async () => {
  const value = { event: 'APPROVED', message_template_name: '予約', message_template_language: 'ja' };
  await world.simulator.control.notify({
    field: 'message_template_status_update',
    wabaId: world.wabaId,
    value,
  });
  await world.simulator.control.notify({ field: 'account_alerts', wabaId: world.wabaId, value: {} });
  await world.simulator.control.settle();
  const [webhook] = world.receiver.received;
  expect(world.receiver.received).toHaveLength(1);
  expect(JSON.parse(webhook?.body ?? '')).toEqual({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: world.wabaId,
        time: expect.any(Number),
        changes: [{ value, field: 'message_template_status_update' }],
      },
    ],
  });
  const digest = createHmac('sha256', appSecret)
    .update(webhook?.body ?? '')
    .digest('hex');
  expect(webhook?.signature).toBe(`sha256=${digest}`);
});

test("a number's override takes what is about the number; account fields go to the app's callback", async () => {
  const { phoneNumberId } = world;
  await world.graph('POST', `/${phoneNumberId}`, {
    webhook_configuration: { override_callback_uri: override.url, verify_token: verifyToken },
  });
  await world.simulator.control.notify({ field: 'calls', phoneNumberId, value: { calls: [] } });
  await world.simulator.control.notify({
    field: 'message_template_status_update',
    phoneNumberId,
    value: { event: 'PAUSED' },
  });
  await world.simulator.control.settle();
  const fieldsOf = (receiver: WebhookReceiver) =>
    bodiesOf(receiver).map(({ entry }) => entry[0].changes[0].field);
  expect(fieldsOf(override)).toEqual(['calls']);
  expect(fieldsOf(world.receiver)).toEqual(['message_template_status_update']);
});

test('a field about a number names the number, and no time', async () => {
  const { phoneNumberId } = world;
  await world.simulator.control.notify({ field: 'calls', phoneNumberId, value: { calls: [{ id: 'x' }] } });
  await world.simulator.control.settle();
  const [{ entry }] = bodiesOf(world.receiver);
  expect(entry).toEqual([
    {
      id: world.wabaId,
      changes: [
        {
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '81355500100', phone_number_id: phoneNumberId },
            calls: [{ id: 'x' }],
          },
          field: 'calls',
        },
      ],
    },
  ]);
});

test('what concerns a portfolio stands under its id', async () => {
  const shown = await world.simulator.control.getWorld();
  const portfolioId = shown.portfolios[0]?.id ?? '';
  await world.simulator.control.notify({ field: 'partner_solutions', portfolioId, value: { event: 'X' } });
  await world.simulator.control.settle();
  expect(bodiesOf(world.receiver)[0].entry[0].id).toBe(portfolioId);
});
