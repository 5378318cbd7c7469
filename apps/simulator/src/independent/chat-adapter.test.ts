import { createWhatsAppAdapter } from '@chat-adapter/whatsapp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accessToken,
  appSecret,
  customer,
  startTestWorld,
  type TestWorld,
  verifyToken,
} from '../testing/start-test-world.ts';

/** Clients written by others against Meta must work unchanged but for the base URL. */
let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

test('@chat-adapter/whatsapp accepts the signature and reads text, reaction and button reply', async () => {
  const seen: string[] = [];
  const adapter = createWhatsAppAdapter({
    accessToken,
    apiUrl: world.simulator.url,
    appSecret,
    phoneNumberId: world.phoneNumberId,
    verifyToken,
    userName: 'shop',
  });
  // Only what the adapter calls while it takes webhooks.
  const chat = {
    processMessage: () => seen.push('message'),
    processReaction: () => seen.push('reaction'),
    processAction: () => seen.push('action'),
    getState: () => ({ get: async () => undefined, set: async () => undefined }),
  };
  await adapter.initialize(chat as unknown as Parameters<typeof adapter.initialize>[0]);

  const before = world.receiver.received.length;
  const phoneNumberId = world.phoneNumberId;
  const path = `/phones/${customer.waId}/messages`;
  const { body: text } = await world.phone('POST', path, {
    phoneNumberId,
    type: 'text',
    text: { body: 'やあ' },
  });
  const reaction = { messageId: text.id, emoji: '👍' };
  await world.phone('POST', path, { phoneNumberId, type: 'reaction', reaction });
  const tap = { messageId: text.id, id: 'slot-0900', title: '09:00' };
  await world.phone('POST', path, { phoneNumberId, type: 'button_reply', button_reply: tap });
  await world.simulator.control.settle();

  for (const { body, signature } of world.receiver.received.slice(before)) {
    const request = new Request('http://bot/webhook', {
      method: 'POST',
      headers: { 'x-hub-signature-256': signature },
      body,
    });
    expect((await adapter.handleWebhook(request)).status).toBe(200);
  }
  expect(seen).toEqual(['message', 'reaction', 'action']);
});
