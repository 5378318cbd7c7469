import { listChanges, parseMessagesValue, parseWebhook } from '@renkei/graph-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { customer, startTestWorld, type TestWorld } from '../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

test('every body the simulator sends is read by graph-api without an unknown or broken part', async () => {
  await world.openWindow();
  const { body: sent } = await world.sendText('parse me');
  await world.graph('POST', `/${world.phoneNumberId}/messages`, {
    messaging_product: 'whatsapp',
    to: '819099999999',
    text: { body: 'fails' },
  });
  const send = (type: string, content: unknown) =>
    world.phone('POST', `/phones/${customer.waId}/messages`, {
      phoneNumberId: world.phoneNumberId,
      type,
      [type]: content,
    });
  await send('reaction', { messageId: sent.messages[0].id, emoji: '👍' });
  await send('location', { latitude: 1, longitude: 2 });
  await send('contacts', [{ name: { formatted_name: 'D' } }]);
  await send('button_reply', { messageId: sent.messages[0].id, id: 'a', title: 'A' });
  await send('unsupported', {});
  await world.simulator.control.settle();
  expect(world.receiver.received.length).toBeGreaterThan(3);
  for (const { body } of world.receiver.received) {
    const parsed = parseWebhook(body);
    if (!parsed.ok) throw new Error(parsed.detail);
    for (const { field, value } of listChanges(parsed.envelope)) {
      expect(field).toBe('messages');
      const read = parseMessagesValue(z.record(z.string(), z.unknown()).parse(value));
      expect(read.metadata.phoneNumberId).toBe(world.phoneNumberId);
      expect(read.messages.map(({ ok }) => ok)).not.toContain(false);
      expect(read.statuses.map(({ ok }) => ok)).not.toContain(false);
    }
  }
});

test('any text arrives as it was typed', async () => {
  const texts = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), {
    numRuns: 50,
    seed: 3,
  });
  const { phoneNumberId } = world;
  const { ids } = await world.simulator.control.sendInbound(
    texts.map((body) => ({ phoneNumberId, waId: customer.waId, type: 'text', text: { body } })),
  );
  await world.simulator.control.settle();
  const arrived = new Map(world.receiver.messages().map(({ id, text }) => [id, text?.body]));
  expect(ids.map((id) => arrived.get(id))).toEqual(texts);
});
