import { listChanges, parseWebhook, readWebhookValue } from '@renkei/graph-api';
import { readFixture } from '@renkei/graph-api/fixtures';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oggOpus, png, webp } from '../testing/sample-files.ts';
import { customer, startTestWorld, type TestWorld } from '../testing/start-test-world.ts';

let world: TestWorld;
let businessMessageId: string;

beforeAll(async () => {
  world = await startTestWorld({ app: { fields: ['messages', 'user_preferences'] } });
});
afterAll(() => world.stop());

const at = (rest: string) => `/phones/${customer.waId}/${rest}`;
const send = (type: string, content: unknown, more: object = {}) =>
  world.phone('POST', at('messages'), { phoneNumberId: world.phoneNumberId, type, [type]: content, ...more });
const act = (action: string, input: object) => world.phone('POST', at(action), input);
const settle = () => world.simulator.control.settle();
const useNumber = (onBusinessApp: boolean) =>
  world.simulator.control.mergeWorld({
    wabas: [{ id: world.wabaId, phoneNumbers: [{ id: world.phoneNumberId, onBusinessApp }] }],
  });
const hide = (phoneHidden: boolean) =>
  act('settings', { username: phoneHidden ? 'noor.makes' : '', phoneHidden });
const sendText = async (body: string) => (await send('text', { body })).body.id;

async function upload(bytes: Buffer, type: string, name: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
  return (await world.phone('POST', at('media'), form)).body.mediaId;
}

/** What a person does so that a webhook like the sample of this name goes out. */
const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
  // Before the advertisement: in its free window nothing is charged as a marketing message.
  user_actions_marketing_click: async () => {
    const messageId = await sendMarketing();
    await settle();
    return act('follow-link', { messageId });
  },
  text: () => send('text', { body: 'Hi!' }),
  text_reply_context: () => send('text', { body: 'Yes' }, { contextId: businessMessageId }),
  text_forwarded: () => send('text', { body: 'On Saturday' }, { forwarded: 'once' }),
  text_frequently_forwarded: () => send('text', { body: 'Everyone' }, { forwarded: 'often' }),
  text_referred_product: () =>
    send(
      'text',
      { body: 'Dishwasher safe?' },
      { referredProduct: { catalogId: '601188773344552', productRetailerId: 'TEAPOT-BLUE-900' } },
    ),
  text_ctwa_referral: async () => {
    const mediaId = await upload(png, 'image/png', 'teapot.png');
    const referral = {
      sourceType: 'ad',
      headline: 'Chat with our studio',
      body: 'Hand-thrown stoneware',
      mediaId,
      welcomeText: 'Hello!',
    };
    return send('text', { body: 'More info?' }, { referral });
  },
  text_username_bsuid_only: async () => {
    await hide(true);
    return send('text', { body: 'Found you by username' });
  },
  image: async () => send('image', { mediaId: await upload(png, 'image/png', 'a.png'), caption: 'This' }),
  voice: async () => send('audio', { mediaId: await upload(oggOpus, 'audio/ogg', 'v.ogg'), voice: true }),
  sticker: async () => send('sticker', { mediaId: await upload(webp, 'image/webp', 's.webp') }),
  document: async () =>
    send('document', {
      mediaId: await upload(Buffer.from('%PDF-1.7\n'), 'application/pdf', 'quote-2214.pdf'),
      caption: 'Signed',
    }),
  location: () =>
    send('location', { latitude: 38.9, longitude: -77, name: 'A', address: 'B', url: 'https://a.example' }),
  contacts: () => send('contacts', sampleOf('contacts').messages[0].contacts),
  contacts_request_contact_info: async () => {
    await hide(true);
    return send('contact_info_reply', { messageId: businessMessageId });
  },
  reaction: () => send('reaction', { messageId: businessMessageId, emoji: '👍' }),
  reaction_removed: () => send('reaction', { messageId: businessMessageId, emoji: '' }),
  button: () => send('button', { messageId: businessMessageId, text: 'Stop', payload: 'STOP' }),
  interactive_button_reply: () =>
    send('button_reply', { messageId: businessMessageId, id: 'slot', title: '09:00' }),
  interactive_list_reply: () =>
    send('list_reply', { messageId: businessMessageId, id: 'x', title: 'Express', description: '1-2 days' }),
  interactive_nfm_reply_flow: () =>
    send('flow_reply', { messageId: businessMessageId, response: { seats: '2' } }),
  interactive_nfm_reply_address: () =>
    send('address_reply', { messageId: businessMessageId, values: { name: 'Kavya', in_pin_code: '560001' } }),
  interactive_call_permission_reply: () =>
    send('call_permission_reply', { messageId: businessMessageId, response: 'accept' }),
  interactive_payment_method: () =>
    send('payment_method', { referenceId: 'ord-1', lastFourDigits: '5235', credentialId: '9034567' }),
  order: () =>
    send('order', {
      catalogId: '601188773344552',
      text: 'Gift wrap please',
      items: [{ productRetailerId: 'CUP', quantity: 2, itemPrice: 12, currency: 'USD' }],
    }),
  unsupported: () => send('unsupported', {}),
  unsupported_edit: async () => send('edit', { messageId: await sendText('blue'), text: 'green' }),
  edit: async () => {
    await useNumber(true);
    return send('edit', { messageId: await sendText('blue'), text: 'green' });
  },
  revoke: async () => {
    await useNumber(true);
    return send('revoke', { messageId: await sendText('wrong chat') });
  },
  request_welcome: () => send('request_welcome', {}),
  user_preferences: () => act('marketing', { phoneNumberId: world.phoneNumberId, value: 'stop' }),
  status_payment: () => act('pay', { messageId: businessMessageId, status: 'captured' }),
  errors_value_level: () => act('report-error', { phoneNumberId: world.phoneNumberId }),
  system_customer_identity_changed: () => act('identity-change', {}),
  system_user_changed_user_id: () => act('change-user-id', {}),
  system_user_changed_number: () => act('change-number', { waId: '819000000199' }),
};

/** Keys of samples that depend on the person or the portfolio and not on the kind. */
const optionalKeys: readonly RegExp[] = [/parent_user_id$/, /\.url$/];

test.each(Object.entries(deeds))('what becomes of it is a webhook like the sample %s', async (name, deed) => {
  await useNumber(false);
  await hide(false);
  businessMessageId = await sendOrderDetails();
  await settle();
  const before = world.receiver.received.length;
  await deed();
  await settle();

  const bodies = world.receiver.received.slice(before).map(({ body }) => body);
  const changes = bodies.flatMap((body) => changesOf(body));
  const sample = changesOf(readFixture(name).toString())[0];
  const produced = changes.filter(({ field }) => field === sample?.field).at(-1);
  expect(produced?.field).toBe(sample?.field);
  expect(readingOf(produced)).toEqual(readingOf(sample));
  expect(keyPaths(produced?.value)).toEqual(keyPaths(sample?.value));
});

const sendOrderDetails = async (): Promise<string> => {
  await world.openWindow();
  const { body } = await world.graph('POST', `/v25.0/${world.phoneNumberId}/messages`, {
    messaging_product: 'whatsapp',
    to: `+${customer.waId}`,
    type: 'interactive',
    interactive: orderDetails,
  });
  return body.messages[0].id;
};

/** A marketing template by the Marketing Messages API, whose clicks are told. */
const sendMarketing = async (): Promise<string> => {
  await world.simulator.control.mergeWorld({
    wabas: [
      {
        id: world.wabaId,
        marketingMessagesStatus: 'ONBOARDED',
        templates: [
          {
            name: 'spring',
            language: 'en',
            category: 'MARKETING',
            status: 'APPROVED',
            components: [{ type: 'BODY', text: 'Spring teas are in.' }],
          },
        ],
      },
    ],
  });
  const { body } = await world.graph('POST', `/v25.0/${world.phoneNumberId}/marketing_messages`, {
    messaging_product: 'whatsapp',
    to: `+${customer.waId}`,
    type: 'template',
    template: { name: 'spring', language: { code: 'en' } },
  });
  return body.messages[0].id;
};

const orderDetails = {
  type: 'order_details',
  body: { text: 'Your invoice' },
  action: {
    name: 'review_and_pay',
    parameters: {
      reference_id: 'ord-2216',
      type: 'digital-goods',
      currency: 'INR',
      total_amount: { value: 84900, offset: 100 },
      payment_settings: [
        { type: 'payment_gateway', payment_gateway: { type: 'razorpay', configuration_name: 'studio-upi' } },
      ],
      order: {
        status: 'pending',
        items: [
          { retailer_id: 'mug-01', name: 'Blue mug', amount: { value: 84900, offset: 100 }, quantity: 1 },
        ],
        subtotal: { value: 84900, offset: 100 },
        tax: { value: 0, offset: 100 },
      },
    },
  },
};

function changesOf(body: string) {
  const parsed = parseWebhook(body);
  if (!parsed.ok) throw new Error(`Not a webhook: ${parsed.detail}`);
  return listChanges(parsed.envelope);
}

function sampleOf(name: string) {
  return JSON.parse(readFixture(name).toString()).entry[0].changes[0].value;
}

/** How our parser takes the value: the field, and the type of each message in it. */
function readingOf(change: ReturnType<typeof changesOf>[number] | undefined): unknown {
  const reading = readWebhookValue(change?.field ?? '', change?.value);
  const messages: readonly ReadItem[] = 'value' in reading ? (Object(reading.value).messages ?? []) : [];
  return [reading.ok, messages.map(({ ok, type }) => [ok, type])];
}

interface ReadItem {
  readonly ok: boolean;
  readonly type: string;
}

/** Every key with its place; what stands in a list counts once. Phone numbers and ids are values, not keys. */
function keyPaths(value: unknown, place = ''): string[] {
  const paths = new Set<string>();
  const items = Array.isArray(value)
    ? value.map((item) => ['[]', item] as const)
    : Object.entries(Object(value));
  if (typeof value !== 'object' || value === null) return [];
  for (const [key, part] of items) {
    const path = `${place}.${key}`;
    if (optionalKeys.some((optional) => optional.test(path))) continue;
    paths.add(path);
    for (const inner of keyPaths(part, path)) paths.add(inner);
  }
  return [...paths].sort();
}
