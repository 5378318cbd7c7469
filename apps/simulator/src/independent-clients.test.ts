import { createWhatsAppAdapter } from '@chat-adapter/whatsapp';
import Client, { MessageType } from '@great-detail/whatsapp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { png } from './testing/sample-files.ts';
import {
  accessToken,
  appSecret,
  customer,
  startTestWorld,
  type TestWorld,
  verifyToken,
} from './testing/start-test-world.ts';

/** Clients written by others against Meta must work unchanged but for the base URL. */
let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

const client = () =>
  new Client({
    baseUrl: world.simulator.url,
    request: { headers: { Authorization: `Bearer ${accessToken}` } },
  });

test('@great-detail/whatsapp sends a text, a template, media and a read receipt', async () => {
  const sdk = client();
  const phoneNumberID = world.phoneNumberId;
  const to = customer.waId;
  const messageId = await world.openWindow();
  await sdk.message.createStatus({ phoneNumberID, message_id: messageId, status: 'read' });
  const text = await sdk.message
    .createMessage({ phoneNumberID, to, type: MessageType.Text, text: { body: 'Hello' } })
    .json();
  const template = await sdk.message
    .createMessage({
      phoneNumberID,
      to,
      type: MessageType.Template,
      template: {
        name: 'reopen_conversation',
        language: { code: 'en' },
        components: [{ type: 'body', parameters: [{ type: 'text', text: 'Amara' }] }],
      },
    })
    .json();
  const file = new Blob([new Uint8Array(png)], { type: 'image/png' });
  const media = await sdk.media
    .upload({ phoneNumberID, file, filename: 'dot.png', mimeType: 'image/png' })
    .json();
  const image = await sdk.message
    .createMessage({ phoneNumberID, to, type: MessageType.Image, image: { id: media.id } })
    .json();
  const { url } = await sdk.media.getURL({ mediaID: media.id }).json();
  expect(url).toContain(world.simulator.url);
  await world.simulator.control.settle();
  const { sends } = await world.simulator.control.listSends();
  const sentIds = [text, template, image].map(({ messages }) => messages[0]?.id);
  expect(sends.map(({ wamid }) => wamid)).toEqual(sentIds);
  expect(sends.map(({ status }) => status)).toEqual(['delivered', 'delivered', 'delivered']);
});

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
