import Client, { MessageType } from '@great-detail/whatsapp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { png } from '../testing/sample-files.ts';
import {
  accessToken,
  appSecret,
  customer,
  startTestWorld,
  type TestWorld,
  verifyToken,
} from '../testing/start-test-world.ts';

/** @great-detail/whatsapp, written by others against Meta: it must work unchanged but for the base URL. */
let world: TestWorld;
let sdk: Client;
beforeAll(async () => {
  world = await startTestWorld();
  sdk = new Client({
    baseUrl: world.simulator.url,
    request: { headers: { Authorization: `Bearer ${accessToken}` } },
  });
});
afterAll(() => world.stop());

test('it sends every kind it knows, marks as read, and all of it arrives', async () => {
  const to = customer.waId;
  const { phoneNumberId: phoneNumberID } = world;
  const received = await world.openWindow();
  await sdk.message.createStatus({ phoneNumberID, message_id: received, status: 'read' });
  const media = await uploadPicture();
  const sent = [
    await sdk.message
      .createMessage({ phoneNumberID, to, type: MessageType.Text, text: { body: 'Hello' } })
      .json(),
    await sdk.message
      .createMessage({ phoneNumberID, to, type: MessageType.Image, image: { id: media } })
      .json(),
    await sdk.message
      .createMessage({
        phoneNumberID,
        to,
        type: MessageType.Location,
        location: { latitude: 35.68, longitude: 139.76, name: 'Shop', address: 'Chiyoda' },
      })
      .json(),
    await sdk.message
      .createMessage({
        phoneNumberID,
        to,
        type: MessageType.Contacts,
        contacts: [
          {
            name: { formatted_name: 'Dario Petrov', first_name: 'Dario' },
            phones: [{ phone: '+12025550188', type: 'WORK' }],
            addresses: [],
            emails: [],
            urls: [],
          },
        ],
      })
      .json(),
    await sdk.message
      .createMessage({
        phoneNumberID,
        to,
        type: MessageType.Reaction,
        // @ts-expect-error its type names the target as media
        reaction: { message_id: received, emoji: '👍' },
      })
      .json(),
    await sdk.message
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
      .json(),
  ].map(({ messages }) => messages[0]?.id);
  await world.simulator.control.settle();
  const { sends } = await world.simulator.control.listSends();
  expect(sends.map(({ wamid }) => wamid)).toEqual(sent);
  // Reactions have no further status (Meta, "Reaction messages").
  expect(sends.map(({ status }) => status)).toEqual([
    'delivered',
    'delivered',
    'delivered',
    'delivered',
    'sent',
    'delivered',
  ]);
});

test('it uploads, finds, downloads and deletes a file', async () => {
  const mediaID = await uploadPicture();
  const { url, mime_type: mimeType, file_size: size } = await sdk.media.getURL({ mediaID }).json();
  expect({ mimeType, size: Number(size) }).toEqual({ mimeType: 'image/png', size: png.length });
  // Its download sends no token; Meta, too, gives bytes to none but the token's owner.
  await expect(sdk.media.download({ mediaURL: url }).arrayBuffer()).rejects.toThrow('401');
  const answer = await fetch(url, { headers: { authorization: `Bearer ${accessToken}` } });
  const bytes = await answer.arrayBuffer();
  expect(Buffer.from(bytes).equals(Buffer.from(png))).toBe(true);
  expect(await sdk.media.delete({ mediaID }).json()).toEqual({ success: true });
  await expect(sdk.media.getURL({ mediaID }).json()).rejects.toThrow('400');
});

test('it changes the profile and the conversational components of a number, and lists numbers', async () => {
  const { phoneNumberId: phoneNumberID, wabaId: businessAccountID } = world;
  await sdk.businessProfile.updateBusinessProfile({
    phoneNumberID,
    about: 'Pottery by the river',
    vertical: 'RETAIL',
    websites: ['https://studio.example.com/'],
  });
  const { data } = await sdk.businessProfile
    .getBusinessProfile({ phoneNumberID, fields: ['about', 'vertical', 'websites'] })
    .json();
  expect(data[0]).toMatchObject({ about: 'Pottery by the river', vertical: 'RETAIL' });
  expect(
    await sdk.conversationalAutomation
      .setConversationalAutomation({
        phoneNumberID,
        prompts: ['Where are you?'],
        commands: [{ command_name: 'book', command_description: 'Book a table' }],
      })
      .json(),
  ).toEqual({ success: true });
  const numbers = await sdk.phoneNumbers.listPhoneNumbers({ businessAccountID }).json();
  expect(numbers.data.map(({ id }) => id)).toEqual([phoneNumberID]);
  await sdk.phoneNumbers.updatePhoneNumber({ phoneNumberID, new_display_name: 'Riverside Kilns' });
  expect(await sdk.phoneNumbers.getPhoneNumber({ phoneNumberID }).json()).toMatchObject({
    id: phoneNumberID,
    display_phone_number: '+81 3-5550-0100',
  });
});

test('it reads the account, subscribes its app and lists the subscription', async () => {
  const { wabaId: businessAccountID, appId } = world;
  const account = await sdk.whatsappBusinessAccount.get(businessAccountID, { fields: ['id', 'name'] }).json();
  expect(account).toMatchObject({ id: businessAccountID, name: 'Riverside Studio' });
  expect(await sdk.subscribedApps.createSubscription({ businessAccountID }).json()).toEqual({
    success: true,
  });
  const { data } = await sdk.subscribedApps.listSubscriptions({ businessAccountID }).json();
  expect(data.map((entry) => entry.whatsapp_business_api_data.id)).toEqual([appId]);
});

test('it creates a template, finds it reviewed, changes and deletes it', async () => {
  const { wabaId, simulator } = world;
  const { id } = await sdk.template
    .create(wabaId, {
      name: 'kiln_day',
      language: 'en',
      category: 'UTILITY',
      components: [
        {
          type: 'BODY',
          text: 'Your piece {{1}} comes out of the kiln today.',
          // @ts-expect-error its type knows one list of examples, Meta wants a list of lists
          example: { body_text: [['no. 7']] },
        },
      ],
    })
    .json();
  await simulator.control.moveClock({ advanceMs: 24 * 60 * 60 * 1000 });
  await simulator.control.settle();
  expect(await sdk.template.get(id, { fields: ['name', 'status', 'category'] }).json()).toMatchObject({
    name: 'kiln_day',
    status: 'APPROVED',
    category: 'UTILITY',
  });
  expect(
    await sdk.template
      .update(id, {
        category: 'UTILITY',
        components: [
          {
            type: 'BODY',
            text: 'Your piece {{1}} has left the kiln and waits for you.',
            // @ts-expect-error its type knows one list of examples, Meta wants a list of lists
            example: { body_text: [['no. 7']] },
          },
        ],
      })
      .json(),
  ).toMatchObject({ success: true });
  const library: unknown = await sdk.template.listLibrary({ limit: 5 }).json();
  // Its type leaves out the `data` that Meta puts around every list.
  expect(library).toMatchObject({ data: [{ name: expect.any(String) }, {}, {}, {}, {}] });
  const { data } = await sdk.template.list(wabaId, { limit: 100 }).json();
  expect(data.map((template) => template.id)).toContain(id);
  expect(await sdk.template.delete(wabaId, { name: 'kiln_day' }).json()).toMatchObject({ success: true });
});

test('it accepts the handshake and the signature of what the simulator sends', async () => {
  const query = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': verifyToken };
  const registration = await sdk.webhook.register({ method: 'GET', query, headers: {}, body: '' });
  expect(registration.accept()).toBe('1158201444');
  await world.openWindow();
  const [first] = world.receiver.received.toReversed();
  const event = await sdk.webhook.eventNotification({
    method: 'POST',
    query: {},
    headers: { 'x-hub-signature-256': first?.signature ?? '' },
    body: first?.body ?? '',
  });
  expect(await event.checkSignature(appSecret)).toBe(true);
  expect(await event.checkSignature('another secret')).toBe(false);
});

async function uploadPicture(): Promise<string> {
  const file = new Blob([new Uint8Array(png)], { type: 'image/png' });
  const { id } = await sdk.media
    .upload({ phoneNumberID: world.phoneNumberId, file, filename: 'dot.png', mimeType: 'image/png' })
    .json();
  return id;
}
