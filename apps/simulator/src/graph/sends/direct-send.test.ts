import { afterAll, beforeAll, expect, test } from 'vitest';
import { valuesOf } from '../../testing/send-template.ts';
import { customer, startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld({ app: { fields: ['messages', 'template_correct_category_detection'] } });
});
afterAll(() => world.stop());

const statusOf = async (wamid: string) => {
  await world.simulator.control.settle();
  return world.receiver.statuses().filter(({ id }) => id === wamid);
};

test('content with a category goes out without a window, charged as that category, with a template of its own', async () => {
  const { body } = await world.sendText('Your table is ready.', { category: 'utility' });
  const [sent] = await statusOf(body.messages[0].id);
  expect(sent).toMatchObject({
    status: 'sent',
    template_id: expect.stringMatching(/^\d+$/),
    pricing: { category: 'utility', billable: true },
  });
});

test('what advertises as utility is detected and told', async () => {
  await world.sendText('Big sale today: 20% off everything!', { category: 'utility' });
  await world.simulator.control.settle();
  expect(valuesOf(world, 'template_correct_category_detection')).toMatchObject([
    { category: 'UTILITY', correct_category: 'MARKETING', message_template_id: expect.any(Number) },
  ]);
});

test('codes go to phone numbers only', async () => {
  const { body } = await world.graph('POST', `/${world.phoneNumberId}/messages`, {
    messaging_product: 'whatsapp',
    recipient: customer.userId,
    type: 'text',
    text: { body: 'Your code is 482913.' },
    category: 'authentication',
  });
  expect(body.error.code).toBe(131062);
});
