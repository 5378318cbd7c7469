import { afterAll, beforeAll, expect, test } from 'vitest';
import { WhatsAppAPI } from 'whatsapp-api-js';
import {
  ActionButtons,
  ActionCallPermission,
  ActionContactRequest,
  ActionCTA,
  ActionList,
  ActionLocation,
  Body,
  Button,
  Footer,
  Header,
  Image,
  Interactive,
  ListSection,
  Location,
  Reaction,
  Row,
  Text,
} from 'whatsapp-api-js/messages';
import { png } from '../testing/sample-files.ts';
import {
  accessToken,
  appSecret,
  customer,
  startTestWorld,
  type TestWorld,
  verifyToken,
} from '../testing/start-test-world.ts';

/** whatsapp-api-js, written by others against Meta: its host is fixed, so its `fetch` is led here. */
let world: TestWorld;
let api: WhatsAppAPI;
beforeAll(async () => {
  world = await startTestWorld({ app: { fields: ['messages', 'calls'] } });
  const leadHere: typeof fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    return fetch(address.replace('https://graph.facebook.com', world.simulator.url), init);
  };
  api = new WhatsAppAPI({
    token: accessToken,
    appSecret,
    webhookVerifyToken: verifyToken,
    v: 'v24.0',
    ponyfill: { fetch: leadHere, subtle: globalThis.crypto.subtle },
  });
});
afterAll(() => world.stop());

const to = customer.waId;

// Without its contact cards: version 6.3 sends them as an object, where Meta wants an array.
test('it sends what it builds, and all of it arrives', async () => {
  const received = await world.openWindow();
  await allowCalls();
  const { phoneNumberId } = world;
  expect(await api.markAsRead(phoneNumberId, received, 'text')).toEqual({ success: true });
  const media = await upload();
  const body = new Body('Shall we keep a table?');
  const messages = [
    new Text('Hello https://example.com', true),
    new Image(media, true, 'A dot'),
    new Location(139.76, 35.68, 'Shop', 'Chiyoda'),
    new Interactive(new ActionButtons(new Button('yes', 'Yes'), new Button('no', 'No')), body),
    new Interactive(
      new ActionList('Times', new ListSection('Today', new Row('nine', '09:00', 'Early'))),
      body,
      new Header('Booking'),
      new Footer('Riverside'),
    ),
    new Interactive(new ActionCTA('Open', 'https://example.com'), body),
    new Interactive(new ActionLocation(), body),
    new Interactive(new ActionContactRequest(), body),
    new Interactive(new ActionCallPermission(), body),
    new Reaction(received, '👍'),
  ];
  const answers: unknown[] = [];
  for (const message of messages) answers.push(await api.sendMessage(phoneNumberId, to, message));
  expect(answers.filter((answer) => 'error' in Object(answer))).toEqual([]);
  await world.simulator.control.settle();
  const { sends } = await world.simulator.control.listSends();
  expect(sends.map(({ status }) => status)).toEqual([...messages.slice(1).map(() => 'delivered'), 'sent']);
});

test('it makes, reads, changes and deletes a QR link', async () => {
  const { phoneNumberId } = world;
  const made = await api.createQR(phoneNumberId, 'I would like a table', 'svg');
  const code = 'code' in made ? made.code : '';
  expect(await api.retrieveQR(phoneNumberId, code)).toMatchObject({
    data: [{ code, prefilled_message: 'I would like a table' }],
  });
  expect(await api.updateQR(phoneNumberId, code, 'A table for two')).toMatchObject({
    prefilled_message: 'A table for two',
  });
  expect(await api.deleteQR(phoneNumberId, code)).toEqual({ success: true });
});

test('it blocks and unblocks somebody who wrote', async () => {
  await world.openWindow();
  expect(await api.blockUser(world.phoneNumberId, to)).toMatchObject({
    block_users: { added_users: [{ wa_id: to }] },
  });
  expect(await api.unblockUser(world.phoneNumberId, to)).toMatchObject({
    block_users: { removed_users: [{ wa_id: to }] },
  });
});

test('it finds, fetches and deletes media', async () => {
  const id = await upload();
  const found = await api.retrieveMedia(id);
  const url = 'url' in found ? found.url : '';
  expect(Buffer.from(await (await api.fetchMedia(url)).arrayBuffer()).equals(Buffer.from(png))).toBe(true);
  expect(await api.deleteMedia(id)).toEqual({ success: true });
});

test('its parser takes the webhooks of the simulator, signature included', async () => {
  const seen: string[] = [];
  api.on.message = ({ message }) => void seen.push(`message ${message.type}`);
  api.on.status = ({ status }) => void seen.push(`status ${status}`);
  const before = world.receiver.received.length;
  await world.openWindow();
  await world.sendText('Welcome');
  await world.simulator.control.settle();
  for (const { body, signature } of world.receiver.received.slice(before)) {
    await api.post(JSON.parse(body), body, signature);
  }
  expect(new Set(seen)).toEqual(new Set(['message text', 'status sent', 'status delivered']));
  const query = { 'hub.mode': 'subscribe', 'hub.challenge': '42', 'hub.verify_token': verifyToken } as const;
  expect(api.get(query)).toBe('42');
});

async function upload(): Promise<string> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'dot.png');
  const uploaded = await api.uploadMedia(world.phoneNumberId, form);
  return 'id' in uploaded ? uploaded.id : '';
}

/** Calls are off until a business switches them on. */
async function allowCalls(): Promise<void> {
  const { status } = await world.graph('POST', `/v25.0/${world.phoneNumberId}/settings`, {
    calling: { status: 'ENABLED' },
  });
  expect(status).toBe(200);
}
