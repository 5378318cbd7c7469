import { afterAll, beforeAll, expect, test } from 'vitest';
import { customer, startTestWorld, type TestWorld } from '../../../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

const amount = (value: number) => ({ value, offset: 100 });
const order = {
  type: 'order_details',
  body: { text: 'Your invoice' },
  action: {
    name: 'review_and_pay',
    parameters: {
      reference_id: 'ord-2216',
      type: 'digital-goods',
      currency: 'INR',
      total_amount: amount(84_900),
      payment_settings: [
        { type: 'payment_gateway', payment_gateway: { type: 'razorpay', configuration_name: 'studio-upi' } },
      ],
      order: {
        status: 'pending',
        items: [{ retailer_id: 'mug-01', name: 'Blue mug', amount: amount(84_900), quantity: 1 }],
        subtotal: amount(84_900),
        tax: amount(0),
      },
    },
  },
};
const lookUp = (path: string) => world.graph('GET', `/v25.0/${world.phoneNumberId}/payments/${path}`);

test('an order is pending until it is paid, then it has its transaction', async () => {
  await world.openWindow();
  const { body: sent } = await world.graph('POST', `/${world.phoneNumberId}/messages`, {
    messaging_product: 'whatsapp',
    to: customer.waId,
    type: 'interactive',
    interactive: order,
  });
  await world.simulator.control.settle();
  const pending = { reference_id: 'ord-2216', status: 'pending', currency: 'INR', transactions: [] };
  expect((await lookUp('studio-upi/ord-2216')).body).toMatchObject({ payments: [pending] });
  const messageId = sent.messages[0].id;
  await world.phone('POST', `/phones/${customer.waId}/pay`, { messageId, status: 'captured' });
  expect((await lookUp('studio-upi/ord-2216')).body).toMatchObject({
    payments: [
      {
        status: 'captured',
        total_amount: amount(84_900),
        transactions: [{ id: expect.stringMatching(/^txn_/), type: 'upi', status: 'success' }],
      },
    ],
  });
});

test('an unknown reference, another gateway, and a path that goes on are refused', async () => {
  expect((await lookUp('studio-upi/ord-1')).body.error.code).toBe(100);
  expect((await lookUp('other/ord-2216')).body.error.code).toBe(100);
  expect((await lookUp('studio-upi/ord-2216/more')).body.error.code).toBe(2500);
});

test('a thread is passed once, released, and taken by nobody (2494191)', async () => {
  const control = (action: string) =>
    world.graph('POST', `/${world.phoneNumberId}/thread_control`, {
      messaging_product: 'whatsapp',
      to: `+${customer.waId}`,
      action,
    });
  expect((await control('pass')).body).toEqual({ success: true });
  expect((await control('pass')).body.error.code).toBe(100);
  expect((await control('release')).body).toEqual({ success: true });
  expect((await control('take')).body.error.code).toBe(2494191);
});
