import { createServer } from 'node:http';
import twilio from 'twilio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../main.ts';
import { portOf } from '../testing/port-of.ts';
import { png } from '../testing/sample-files.ts';

const accountSid = `AC${'a'.repeat(32)}`;
const authToken = 'token-of-the-test';
const customer = '819012345678';
const from = 'whatsapp:+81355500100';
const to = `whatsapp:+${customer}`;

interface Received {
  readonly url: string;
  readonly form: Record<string, string>;
  readonly signature: string;
}

let simulator: Simulator;
let client: ReturnType<typeof twilio>;
let phoneNumberId: string;
let origin: string;
const received: Received[] = [];
const server = createServer((request, response) => {
  if (request.url === '/picture') {
    response.writeHead(200, { 'content-type': 'image/png' }).end(png);
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    const signature = String(request.headers['x-twilio-signature']);
    received.push({ url: `${origin}${request.url}`, form, signature });
    response.writeHead(200, { 'content-type': 'text/xml' }).end('<Response/>');
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${portOf(server)}`;
  simulator = await startSimulator({ seed: 3 });
  await simulator.control.setSettings({ statusDelayMs: { min: 0, max: 1 } });
  const world = await simulator.control.mergeWorld({
    wabas: [{ phoneNumbers: [{ displayPhoneNumber: '+81 3-5550-0100' }] }],
    customers: [{ waId: customer, name: '佐藤 花子' }],
  });
  phoneNumberId = world.wabas[0]?.phoneNumbers[0]?.id ?? '';
  await simulator.control.mergeWorld({
    resellers: [{ kind: 'twilio', accountSid, authToken, phoneNumberIds: [phoneNumberId] }],
  });
  client = clientWith(authToken);
});

function clientWith(token: string) {
  const made = twilio(accountSid, token, { autoRetry: false });
  for (const domain of [made.api, made.content, made.messaging]) domain.baseUrl = simulator.url;
  return made;
}

afterAll(async () => {
  await simulator.stop();
  server.close();
});

/** The customer writes, so that the window is open. */
async function write(type: string, content: object): Promise<void> {
  await simulator.control.sendInbound([{ phoneNumberId, waId: customer, type, [type]: content }]);
  await simulator.control.settle();
}

describe("Twilio's own client", () => {
  test('finds account and sender, and tells where messages go', async () => {
    const account = await client.api.v2010.accounts(accountSid).fetch();
    expect(account.status).toBe('active');
    const senders = await client.messaging.v2.channelsSenders.list({ channel: 'whatsapp' });
    expect(senders).toMatchObject([{ senderId: from, status: 'ONLINE' }]);
    // The client writes the names of this body as its own language does, which Twilio does not read.
    const callback_url = `${origin}/inbound#rc=5&rp=all`;
    const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
    const answer = await fetch(`${simulator.url}/v2/Channels/Senders/${senders[0]?.sid}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ webhook: { callback_url, callback_method: 'POST' } }),
    });
    expect(answer.status).toBe(202);
    const [changed] = await client.messaging.v2.channelsSenders.list({ channel: 'whatsapp' });
    expect(changed?.webhook).toMatchObject({ callbackUrl: callback_url });
  });

  test('hears of what a customer writes, signed', async () => {
    await write('text', { body: 'こんにちは' });
    const told = received.at(-1);
    expect(told?.form).toMatchObject({ From: to, To: from, Body: 'こんにちは', ProfileName: '佐藤 花子' });
    expect(twilio.validateRequest(authToken, told?.signature ?? '', told?.url ?? '', told?.form ?? {})).toBe(
      true,
    );
    expect(twilio.validateRequest('other', told?.signature ?? '', told?.url ?? '', told?.form ?? {})).toBe(
      false,
    );
  });

  test('sends a text and hears how far it came, signed over the address with its query', async () => {
    const statusCallback = `${origin}/status?attempt=key-1`;
    const sent = await client.messages.create({ from, to, body: 'はい', statusCallback });
    expect(sent).toMatchObject({ status: 'queued', direction: 'outbound-api', numMedia: '0' });
    await simulator.control.settle();
    const told = received.filter(({ form }) => form.MessageSid === sent.sid);
    expect(told.map(({ form }) => form.MessageStatus)).toEqual(['sent', 'delivered']);
    for (const { signature, url, form } of told) {
      expect(twilio.validateRequest(authToken, signature, url, form)).toBe(true);
    }
    expect((await client.messages(sent.sid).fetch()).status).toBe('delivered');
    expect((await client.messages.list({ to, limit: 5 })).map(({ sid }) => sid)).toContain(sent.sid);
    const { sends } = await simulator.control.listSends();
    expect(sends.filter(({ attemptKey }) => attemptKey === 'key-1')).toHaveLength(1);
  });

  test('sends a file by its address, and fetches one that a customer sent', async () => {
    const sent = await client.messages.create({ from, to, body: '写真', mediaUrl: [`${origin}/picture`] });
    await simulator.control.settle();
    expect((await client.messages(sent.sid).fetch()).status).toBe('delivered');
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'dot.png');
    const upload = await fetch(`${simulator.url}/phones/${customer}/media`, { method: 'POST', body: form });
    const { mediaId } = (await upload.json()) as { mediaId: string };
    const message = { phoneNumberId, type: 'image', image: { mediaId, caption: 'これ' } };
    await fetch(`${simulator.url}/phones/${customer}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
    });
    await simulator.control.settle();
    const told = received.at(-1)?.form;
    expect(told).toMatchObject({ NumMedia: '1', MediaContentType0: 'image/png', Body: 'これ' });
    const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
    const file = await fetch(told?.MediaUrl0 ?? '', { headers: { authorization } });
    expect(Buffer.from(await file.arrayBuffer())).toEqual(png);
    expect((await fetch(told?.MediaUrl0 ?? '')).status).toBe(401);
  });

  test('lists contents with their approval and sends one with its variables', async () => {
    const contents = await client.content.v1.contentAndApprovals.list();
    const shown = contents.find(({ types }) => Object.keys(types ?? {})[0] === 'twilio/text');
    expect(shown?.approvalRequests).toMatchObject({ status: 'approved' });
    const body = String(Object(Object(shown?.types)['twilio/text']).body);
    const names = [...new Set([...body.matchAll(/\{\{(\d+)\}\}/g)].map(([, name]) => name))];
    const sent = await client.messages.create({
      from,
      to,
      contentSid: shown?.sid ?? '',
      contentVariables: JSON.stringify(Object.fromEntries(names.map((name) => [name, 'x']))),
    });
    await simulator.control.settle();
    expect((await client.messages(sent.sid).fetch()).status).toBe('delivered');
  });

  test.each([
    ['an unknown sender', { from: 'whatsapp:+15005550006', to, body: 'x' }, 63007],
    ['an empty message', { from, to }, 21619],
    ['a text that is too long', { from, to, body: 'x'.repeat(1_601) }, 21617],
    ['a number without its channel', { from, to: '+819012345678', body: 'x' }, 21211],
    ['a content nobody made', { from, to, contentSid: `HX${'f'.repeat(32)}` }, 21655],
  ])('is refused %s', async (_what, message, code) => {
    await expect(client.messages.create(message)).rejects.toMatchObject({ code, status: 400 });
  });

  test('is refused a wrong token', async () => {
    await expect(clientWith('wrong').messages.create({ from, to, body: 'x' })).rejects.toMatchObject({
      code: 20003,
      status: 401,
    });
  });

  test('is told later what WhatsApp refuses: the window is closed', async () => {
    await simulator.control.moveClock({ advanceMs: 25 * 60 * 60 * 1000 });
    const sent = await client.messages.create({ from, to, body: 'late', statusCallback: `${origin}/status` });
    await simulator.control.settle();
    const told = received.findLast(({ form }) => form.MessageSid === sent.sid);
    expect(told?.form).toMatchObject({ MessageStatus: 'undelivered', ErrorCode: '63016' });
    expect((await client.messages(sent.sid).fetch()).errorCode).toBe(63016);
  });
});

test('Meta’s own door is closed for a number that lives at Twilio', async () => {
  const world = await simulator.control.mergeWorld({ apps: [{ accessToken: 'EAAtoken' }] });
  expect(world.apps.length).toBeGreaterThan(1);
  const answer = await fetch(`${simulator.url}/v25.0/${phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: 'Bearer EAAtoken', 'content-type': 'application/json' },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      to: `+${customer}`,
      type: 'text',
      text: { body: 'x' },
    }),
  });
  expect(await answer.json()).toMatchObject({ error: { code: 133010 } });
});
