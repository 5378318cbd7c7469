import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WABAClient } from 'whatsapp-business';
import { png } from '../testing/sample-files.ts';
import { accessToken, customer, startTestWorld, type TestWorld } from '../testing/start-test-world.ts';

/** whatsapp-business, written by others against Meta (Graph v17): only the address is another. */
let world: TestWorld;
let client: WABAClient;
beforeAll(async () => {
  world = await startTestWorld();
  client = new WABAClient({ accountId: world.wabaId, apiToken: accessToken, phoneId: world.phoneNumberId });
  client.restClient.fetch.defaults.baseURL = `${world.simulator.url}/v17.0`;
});
afterAll(() => world.stop());

const to = customer.waId;

test('it sends the kinds it knows and reads the ids of what was accepted', async () => {
  const received = await world.openWindow();
  await client.markMessageAsRead(received);
  const answers = [
    await client.sendMessage({ to, type: 'text', text: { body: 'Hello' } }),
    await client.sendMessage({
      to,
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'Shall we keep a table?' },
        action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] },
      },
    }),
    await client.sendMessage({
      to,
      type: 'location',
      location: { latitude: '35.68', longitude: '139.76', name: 'Shop', address: 'Chiyoda' },
    }),
    await client.sendMessage({ to, type: 'reaction', reaction: { message_id: received, emoji: '👍' } }),
  ];
  await world.simulator.control.settle();
  const { sends } = await world.simulator.control.listSends();
  expect(sends.map(({ wamid }) => wamid)).toEqual(answers.map(({ messages }) => messages[0].id));
  expect(sends.map(({ status }) => status)).toEqual(['delivered', 'delivered', 'delivered', 'sent']);
});

test('it uploads, downloads and deletes a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-whatsapp-business-'));
  writeFileSync(join(folder, 'dot.png'), png);
  const { id } = await client.uploadMedia({ file: join(folder, 'dot.png'), type: 'image/png' });
  const { url } = await client.getMedia(id);
  const saved = join(folder, 'saved.png');
  const writing = await client.downloadMedia(url, saved);
  if (writing && 'once' in writing) await once(writing, 'finish');
  expect(readFileSync(saved).equals(Buffer.from(png))).toBe(true);
  expect(await client.deleteMedia(id)).toEqual({ success: true });
});

test('it reads and changes the profile, lists numbers, and changes their settings', async () => {
  await client.updateBusinessProfile({ description: 'Pottery by the river', vertical: 'RETAIL' });
  const { data } = await client.getBusinessProfile(['description', 'vertical']);
  expect(data[0]).toMatchObject({ description: 'Pottery by the river', vertical: 'RETAIL' });
  const numbers = await client.getBusinessPhoneNumbers();
  expect(numbers.data.map(({ id }) => id)).toEqual([world.phoneNumberId]);
  expect(await client.getSingleBusinessPhoneNumber(world.phoneNumberId)).toMatchObject({
    id: world.phoneNumberId,
  });
  expect(await client.updateIdentityCheckState({ enable_identity_key_check: true })).toEqual({
    success: true,
  });
  expect(await client.setupTwoStepAuth({ phoneNumberId: world.phoneNumberId, pin: '482913' })).toEqual({
    success: true,
  });
});

test('a refusal comes as the error it knows', async () => {
  await expect(client.sendMessage({ to, type: 'text', text: { body: '' } })).rejects.toMatchObject({
    code: 131008,
  });
});

test('it registers a number: a code is asked for, given back, and a PIN is set', async () => {
  const { body } = await world.graph('POST', `/${world.wabaId}/phone_numbers`, {
    cc: '81',
    phone_number: '355500199',
    verified_name: 'Riverside Studio',
  });
  const phoneNumberId = body.id;
  await client.requestPhoneNumberVerificationCode({ phoneNumberId, code_method: 'SMS', language: 'en_US' });
  const { codes } = await world.simulator.control.listCodes();
  const code = codes.find((found) => found.phoneNumberId === phoneNumberId)?.code ?? '';
  await client.verifyPhoneNumberCode({ phoneNumberId, code });
  await client.registerPhone({ phoneNumberId, pin: '482913' });
  expect(await client.getSingleBusinessPhoneNumber(phoneNumberId)).toMatchObject({
    code_verification_status: 'VERIFIED',
  });
  await expect(client.deregisterPhone(phoneNumberId)).resolves.toMatchObject({ success: true });
});
