import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  appSecret,
  customer,
  startTestWorld,
  type TestWorld,
  verifyToken,
} from '../testing/start-test-world.ts';
import { startWebhookReceiver } from '../testing/webhook-receiver.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await startTestWorld();
});
afterEach(() => world.stop());

const inbound = (body: string, waId: string = customer.waId) => ({
  phoneNumberId: world.phoneNumberId,
  waId,
  type: 'text',
  text: { body },
});
const arrivedTexts = () => world.receiver.messages().map(({ text }) => text?.body);

describe('delivery', () => {
  test('every body is signed over its bytes, which are plain ASCII', async () => {
    await world.openWindow();
    await world.sendText('絵文字も 🍵');
    await world.simulator.control.sendInbound([inbound('日本語 🍵')]);
    await world.simulator.control.settle();
    expect(world.receiver.received.length).toBeGreaterThan(1);
    expect(world.receiver.received.every(({ isSigned }) => isSigned)).toBe(true);
    expect(world.receiver.received.every(({ body }) => Buffer.byteLength(body) === body.length)).toBe(true);
    expect(world.receiver.received.some(({ body }) => body.includes('\\ud83c\\udf75'))).toBe(true);
    expect(arrivedTexts()).toContain('日本語 🍵');
  });

  test('is repeated until it is answered with 200, and each attempt is in the ledger', async () => {
    world.receiver.nextStatuses.push(500, 503, 401, 200);
    await world.simulator.control.sendInbound([inbound('persistent')]);
    expect(await world.simulator.control.settle()).toEqual({ settled: true, inFlight: 0 });
    expect(arrivedTexts()).toEqual(['persistent']);
    const { webhooks } = await world.simulator.control.listWebhooks();
    expect(webhooks[0]).toMatchObject({ outcome: 'delivered' });
    expect(webhooks[0]?.attempts.map(({ httpStatus }) => httpStatus)).toEqual([500, 503, 401, 200]);
  });

  test('survives an endpoint that is down', async () => {
    await world.receiver.stop();
    await world.simulator.control.sendInbound([inbound('while you were out')]);
    const pending = await world.simulator.control.settle(100);
    expect(pending).toEqual({ settled: false, inFlight: 1 });
    const back = await startWebhookReceiver({
      secret: appSecret,
      verifyToken,
      port: Number(new URL(world.receiver.url).port),
    });
    expect((await world.simulator.control.settle()).settled).toBe(true);
    expect(back.messages()).toHaveLength(1);
    await back.stop();
  });

  test('gives up after seven days of world time', async () => {
    await world.simulator.control.setSettings({ webhooks: { retryDelaysMs: [60_000] } });
    world.receiver.nextStatuses.push(...Array.from({ length: 50 }, () => 500));
    await world.simulator.control.sendInbound([inbound('never heard')]);
    await world.simulator.control.settle(50);
    await world.simulator.control.moveClock({ advanceMs: 7 * 24 * 60 * 60 * 1000 });
    expect((await world.simulator.control.settle()).settled).toBe(true);
    const { webhooks } = await world.simulator.control.listWebhooks();
    expect(webhooks[0]?.outcome).toBe('expired');
  });

  test('an endpoint that does not answer in time counts as failed', async () => {
    await world.simulator.control.setSettings({ webhooks: { timeoutMs: 200 } });
    world.receiver.delaysMs.push(600);
    await world.simulator.control.sendInbound([inbound('slow')]);
    await world.simulator.control.settle();
    const { webhooks } = await world.simulator.control.listWebhooks();
    expect(webhooks[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['timeout', 'answered']);
  });

  test('messages of one pair arrive in order although many are in flight', async () => {
    const texts = Array.from({ length: 100 }, (_, index) => String(index));
    await world.simulator.control.sendInbound(texts.map((text) => inbound(text)));
    await world.simulator.control.settle();
    expect(arrivedTexts()).toEqual(texts);
  });

  test('batchSize puts that many messages into one body, contacts named once', async () => {
    const others = ['819000000001', '819000000002'];
    await world.simulator.control.sendInbound(
      others.flatMap((waId) => [inbound('a', waId), inbound('b', waId)]),
      4,
    );
    await world.simulator.control.settle();
    expect(world.receiver.received).toHaveLength(1);
    const [{ body } = { body: '' }] = world.receiver.received;
    const { value } = JSON.parse(body).entry[0].changes[0];
    expect(value.messages).toHaveLength(4);
    expect(value.contacts.map(({ wa_id }: { wa_id: string }) => wa_id)).toEqual(others);
  });
});

describe('faults', () => {
  test('duplicate: every body comes at least once, some twice, byte for byte the same', async () => {
    await world.simulator.control.setFaults({ duplicate: 1 });
    await world.simulator.control.sendInbound([inbound('twice')]);
    await world.simulator.control.moveClock({ advanceMs: 5000 });
    await world.simulator.control.settle();
    await world.simulator.control.moveClock({ advanceMs: 5000 });
    await world.simulator.control.settle();
    expect(arrivedTexts()).toEqual(['twice', 'twice']);
    expect(world.receiver.received[0]?.body).toBe(world.receiver.received[1]?.body);
  });

  test('reorder: messages overtake each other, none is lost', async () => {
    await world.simulator.control.setFaults({ reorder: 0.5 });
    const texts = Array.from({ length: 30 }, (_, index) => String(index));
    await world.simulator.control.sendInbound(
      texts.map((text) => inbound(text)),
      1,
    );
    await world.simulator.control.settle();
    expect(arrivedTexts()).not.toEqual(texts);
    expect(new Set(arrivedTexts())).toEqual(new Set(texts));
  });

  test('drop: a lost attempt is made again', async () => {
    await world.simulator.control.setFaults({ drop: 0.5 });
    const texts = Array.from({ length: 20 }, (_, index) => String(index));
    await world.simulator.control.sendInbound(
      texts.map((text) => inbound(text)),
      1,
    );
    await world.simulator.control.settle();
    expect(new Set(arrivedTexts())).toEqual(new Set(texts));
    const { webhooks } = await world.simulator.control.listWebhooks();
    expect(webhooks.some(({ attempts }) => attempts[0]?.outcome === 'dropped')).toBe(true);
  });

  test('planned answers: so many calls of an edge are refused, then it works', async () => {
    await world.simulator.control.setFaults({
      answer: [
        { match: { edge: 'messages', method: 'POST' }, status: 503, code: 2, times: 1 },
        { match: { edge: 'messages' }, status: 429, times: 1 },
      ],
    });
    const answers = [await world.sendText('1'), await world.sendText('2'), await world.sendText('3')];
    expect(answers.map(({ status, body }) => [status, body.error?.code])).toEqual([
      [503, 2],
      [429, 130429],
      [200, undefined],
    ]);
    expect((await world.simulator.control.listSends()).total).toBe(1);
  });

  test('lost answer: the send is in the ledger, the caller sees a cut connection', async () => {
    await world.simulator.control.setFaults({ lostAnswer: 1 });
    await expect(world.sendText('did it go?')).rejects.toThrow('fetch failed');
    await world.simulator.control.clearFaults();
    expect((await world.simulator.control.listSends()).total).toBe(1);
  });
});

describe('what is told', () => {
  test('a hidden number is in no webhook: the person is known by user id only', async () => {
    await world.simulator.control.mergeWorld({
      customers: [{ waId: customer.waId, phoneHidden: true, username: 'hana.tea' }],
    });
    await world.openWindow();
    await world.graph('POST', `/${world.phoneNumberId}/messages`, {
      messaging_product: 'whatsapp',
      recipient: customer.userId,
      type: 'text',
      text: { body: 'hi' },
    });
    await world.simulator.control.settle();
    const bodies = world.receiver.received.map(({ body }) => body.replace(/wamid\.[^"]+/g, '')).join();
    expect(bodies).not.toContain(customer.waId);
    expect(bodies).toContain('"username":"hana.tea"');
    expect(world.receiver.messages()[0]).toMatchObject({ from_user_id: customer.userId });
    expect(world.receiver.statuses()[0]).toMatchObject({ recipient_user_id: customer.userId });
  });

  test('an answer to an advertisement opens 72 h of free entry, whatever the category', async () => {
    const referral = { source_type: 'ad', source_id: '1', source_url: 'https://fb.me/x', ctwa_clid: 'c' };
    await world.simulator.control.sendInbound([{ ...inbound('saw your ad'), referral }]);
    const { body } = await world.sendText('welcome');
    await world.simulator.control.settle();
    expect(world.receiver.messages()[0]).toMatchObject({ referral });
    const [sent] = world.receiver.statuses().filter(({ id }) => id === body.messages[0].id);
    expect(sent).toMatchObject({
      pricing: { type: 'free_entry_point', category: 'referral_conversion', billable: false },
      conversation: { origin: { type: 'referral_conversion' } },
    });
  });

  test('any body can be sent, signed, to the callback', async () => {
    await world.simulator.control.sendWebhook({ body: { object: 'whatsapp_business_account', entry: [] } });
    await world.simulator.control.sendWebhook({ body: 'no JSON at all' });
    await world.simulator.control.settle();
    expect(world.receiver.received.map(({ isSigned }) => isSigned)).toEqual([true, true]);
    expect(world.receiver.received[1]?.body).toBe('no JSON at all');
  });

  test('a fixture can be sent as if it came from a number of this world', async () => {
    await world.simulator.control.sendWebhook({ fixture: 'order', phoneNumberId: world.phoneNumberId });
    await world.simulator.control.settle();
    const body = JSON.parse(world.receiver.received[0]?.body ?? '');
    expect(body.entry[0].id).toBe(world.wabaId);
    expect(body.entry[0].changes[0].value.metadata.phone_number_id).toBe(world.phoneNumberId);
    expect(world.receiver.messages()[0]).toMatchObject({ type: 'order' });
  });
});
