import { afterEach, beforeEach, expect, test } from 'vitest';
import { advance, sendTemplate } from '../../testing/send-template.ts';
import { customer, startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let world: TestWorld;
beforeEach(async () => {
  world = await startTestWorld();
  await world.openWindow();
  await goOnline(false);
});
afterEach(() => world.stop());

const goOnline = async (online: boolean) => {
  await world.phone('POST', `/phones/${customer.waId}/online`, { online });
  await world.simulator.control.settle();
};
const statuses = () => world.receiver.statuses().map(({ status }) => status);

test('a message waits for the phone for 30 days', async () => {
  await world.sendText('waiting');
  await advance(world, 30 * dayMs - minuteMs);
  await goOnline(true);
  expect(statuses()).toEqual(['sent', 'delivered']);
});

test('after 30 days it is dropped, and nothing is told', async () => {
  await world.sendText('too late');
  await world.simulator.control.settle();
  await advance(world, 30 * dayMs);
  await goOnline(true);
  expect(statuses()).toEqual(['sent']);
});

test('a code is dropped after ten minutes, another template after its own time', async () => {
  await world.simulator.control.setSettings({ templates: { reviewDelayMs: { min: 0, max: 0 } } });
  await world.graph('POST', `/${world.wabaId}/message_templates`, {
    name: 'table',
    language: 'en',
    category: 'UTILITY',
    message_send_ttl_seconds: 3600,
    components: [{ type: 'BODY', text: 'Your table is free now.' }],
  });
  await world.graph('POST', `/${world.wabaId}/message_templates`, {
    name: 'code',
    language: 'en',
    category: 'AUTHENTICATION',
    components: [{ type: 'BODY' }, { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] }],
  });
  const code = [{ type: 'text', text: '482913' }];
  await sendTemplate(world, 'table', customer.waId);
  await sendTemplate(world, 'code', customer.waId, {
    components: [
      { type: 'body', parameters: code },
      { type: 'button', sub_type: 'url', index: '0', parameters: code },
    ],
  });
  await advance(world, 10 * minuteMs);
  await goOnline(true);
  expect(statuses()).toEqual(['sent', 'sent', 'delivered']);
});

test('control can bring the phone back, too', async () => {
  await world.sendText('waiting');
  await world.simulator.control.settle();
  await world.simulator.control.mergeWorld({ customers: [{ waId: customer.waId, online: true }] });
  await world.simulator.control.settle();
  expect(statuses()).toEqual(['sent', 'delivered']);
});
