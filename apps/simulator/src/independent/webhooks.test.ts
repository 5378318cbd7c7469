import { createWhatsAppAdapter } from '@chat-adapter/whatsapp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WhatsAppAPI } from 'whatsapp-api-js';
import { oggOpus, png, webp } from '../testing/sample-files.ts';
import {
  accessToken,
  appSecret,
  customer,
  startTestWorld,
  type TestWorld,
  verifyToken,
} from '../testing/start-test-world.ts';

/** What the simulator tells is read by parsers that nobody here wrote. */
let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
  await writeEverything();
});
afterAll(() => world.stop());

/** In the order in which they are written below. */
const written = [
  'text',
  'image',
  'audio',
  'sticker',
  'document',
  'location',
  'contacts',
  'reaction',
  'interactive',
  'interactive',
  'button',
  'order',
  'unsupported',
  'request_welcome',
];

test('whatsapp-api-js verifies and reads every message, in order', async () => {
  const seen: string[] = [];
  const api = new WhatsAppAPI({ token: accessToken, appSecret, webhookVerifyToken: verifyToken, v: 'v24.0' });
  api.on.message = ({ message, from, name }) => {
    seen.push(message.type);
    expect([from, name]).toEqual([customer.waId, customer.name]);
  };
  for (const { body, signature } of world.receiver.received) {
    // It reads the first message of a body only; the simulator was told to send one each.
    await api.post(JSON.parse(body), body, signature);
  }
  expect(seen).toEqual(written);
});

test('@chat-adapter/whatsapp takes every body, and finds what a bot can answer', async () => {
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
  for (const { body, signature } of world.receiver.received) {
    const headers = { 'x-hub-signature-256': signature };
    const request = new Request('http://bot/webhook', { method: 'POST', headers, body });
    expect((await adapter.handleWebhook(request)).status).toBe(200);
  }
  expect(seen.filter((what) => what === 'reaction')).toHaveLength(1);
  expect(seen.filter((what) => what === 'action').length).toBeGreaterThanOrEqual(3);
  expect(seen.filter((what) => what === 'message').length).toBeGreaterThanOrEqual(6);
});

async function writeEverything(): Promise<void> {
  await world.simulator.control.setSettings({ webhooks: { batchSize: 1, concurrency: 1 } });
  const messageId = (await send('text', { body: 'やあ' })).body.id;
  await send('image', { mediaId: await upload(png, 'image/png'), caption: 'This one' });
  await send('audio', { mediaId: await upload(oggOpus, 'audio/ogg'), voice: true });
  await send('sticker', { mediaId: await upload(webp, 'image/webp') });
  await send('document', { mediaId: await upload(Buffer.from('%PDF-1.7\n'), 'application/pdf') });
  await send('location', { latitude: 35.68, longitude: 139.76, name: 'Shop' });
  await send('contacts', [{ name: { formatted_name: 'Dario' }, phones: [{ phone: '+12025550188' }] }]);
  await send('reaction', { messageId, emoji: '👍' });
  await send('button_reply', { messageId, id: 'nine', title: '09:00' });
  await send('list_reply', { messageId, id: 'ten', title: '10:00' });
  await send('button', { messageId, text: 'Confirm' });
  await send('order', {
    catalogId: '601188773344552',
    items: [{ productRetailerId: 'MUG', quantity: 2, itemPrice: 12.5, currency: 'USD' }],
  });
  await send('unsupported', { type: 'poll_creation' });
  await send('request_welcome', {});
}

async function send(type: string, content: unknown) {
  const answer = await world.phone('POST', `/phones/${customer.waId}/messages`, {
    phoneNumberId: world.phoneNumberId,
    type,
    [type]: content,
  });
  if (answer.status !== 200) throw new Error(`${type}: ${JSON.stringify(answer.body)}`);
  await world.simulator.control.settle();
  return answer;
}

async function upload(bytes: Buffer, type: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), 'file');
  return (await world.phone('POST', `/phones/${customer.waId}/media`, form)).body.mediaId;
}
