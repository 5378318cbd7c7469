import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { waitFor } from '../../../../test/wait-for.ts';
import { sendStore } from '../send-store.ts';

/** Whose sends wait when the provider says that not one number but what it shares with others has had enough. */
let platform: TestPlatform;
let world: SendingHarness;
/** One app; the first two numbers are of one account, the third of another. */
let numbers: readonly { readonly channelId: string; readonly phoneNumberId: string }[];

beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform, { settings: { discoverMs: 100 } });
  const { wabas } = await world.simulator.control.mergeWorld({
    wabas: [
      { id: world.wabaId, phoneNumbers: [{ displayPhoneNumber: '+81 3-5550-0101' }] },
      { name: 'Harbour Studio', phoneNumbers: [{ displayPhoneNumber: '+81 3-5550-0102' }] },
    ],
  });
  const own = wabas.find(({ id }) => id === world.wabaId);
  const other = wabas.find(({ id }) => id !== world.wabaId);
  const second = own?.phoneNumbers.find(({ id }) => id !== world.phoneNumberId)?.id ?? '';
  const third = other?.phoneNumbers[0]?.id ?? '';
  numbers = [
    { channelId: await world.connect(), phoneNumberId: world.phoneNumberId },
    { channelId: await connect(world.wabaId, second), phoneNumberId: second },
    { channelId: await connect(other?.id ?? '', third), phoneNumberId: third },
  ];
});
afterAll(async () => {
  await world?.close();
  await platform?.close();
});

async function connect(wabaId: string, phoneNumberId: string): Promise<string> {
  const body = { ...world.credentials, wabaId, phoneNumberId };
  const { channel, checks } = await world.call('connectChannel', { body });
  if (!channel) throw new Error(`Not connected: ${JSON.stringify(checks)}`);
  return Object(channel).id;
}

const inWorkspace = <Row extends object>(statement: ReturnType<typeof sql>): Promise<readonly Row[]> =>
  platform.database.inTenant(world.principal.workspaceId, (tx) => tx.query<Row>(statement));

let lastCustomer = 819_078_000_000;

/** A customer writes to the number, and is answered. */
async function answerOn(index: number): Promise<string> {
  const waId = String((lastCustomer += 1));
  const { phoneNumberId = '', channelId = '' } = numbers[index] ?? {};
  await world.simulator.control.sendInbound([{ phoneNumberId, waId, type: 'text', text: { body: 'hello' } }]);
  const conversationId = await waitFor(async () => {
    const [row] = await inWorkspace<{ id: string }>(sql`
      select id from conversations where recipient_phone = ${waId} and channel_id = ${channelId}`);
    return row?.id;
  });
  return world.send(conversationId, `to ${waId}`);
}

const refuseOnce = (index: number, code: number) =>
  world.simulator.control.setFaults({
    answer: [
      {
        match: { method: 'POST', edge: 'messages', nodeId: numbers[index]?.phoneNumberId ?? '' },
        status: 400,
        code,
        times: 1,
      },
    ],
  });

/** For how many seconds each number still waits; 0: it does not. */
async function secondsHeld(): Promise<readonly number[]> {
  const rows = await inWorkspace<{ channelId: string; seconds: number }>(sql`
    select channel_id as "channelId", extract(epoch from held_until - now())::float8 as seconds
    from send_rates where recipient = '' and held_until > now()`);
  return numbers.map(({ channelId }) => rows.find((row) => row.channelId === channelId)?.seconds ?? 0);
}

const heldFor = async (messageId: string) =>
  (await inWorkspace(sql`select hold_reason as reason from outbox where message_id = ${messageId}`))[0];

const forgetHolds = () =>
  inWorkspace(sql`update send_rates set held_until = null, strikes = 0 returning channel_id`);

const arrived = ['sent', 'delivered', 'read'];
const firstWaitSeconds = 60;

describe('a refusal that concerns more than its number', () => {
  it('of the account (80007) holds every number of the account for a minute, and no other', async () => {
    await refuseOnce(0, 80007);
    const refused = await answerOn(0);
    await waitFor(async () => ((await secondsHeld())[0] ? true : undefined));
    const [first = 0, second = 0, third] = await secondsHeld();
    expect(Math.max(first, second)).toBeLessThanOrEqual(firstWaitSeconds);
    expect(Math.min(first, second)).toBeGreaterThan(firstWaitSeconds - 15);
    expect(third).toBe(0);
    expect(await heldFor(refused)).toEqual({ reason: 'code_80007' });
    const sibling = await answerOn(1);
    await world.reaches(await answerOn(2), arrived);
    expect((await world.message(sibling)).state).toBe('queued');
    expect((await world.message(refused)).state).toBe('queued');
    await forgetHolds();
    await inWorkspace(sql`update outbox set not_before = now() returning message_id`);
    for (const id of [refused, sibling]) await world.reaches(id, arrived);
  });

  it('of the app (4) holds every number of the app', async () => {
    await refuseOnce(2, 4);
    const refused = await answerOn(2);
    await waitFor(async () => ((await secondsHeld())[2] ? true : undefined));
    for (const seconds of await secondsHeld()) {
      expect(seconds).toBeGreaterThan(firstWaitSeconds - 15);
      expect(seconds).toBeLessThanOrEqual(firstWaitSeconds);
    }
    const sibling = await answerOn(0);
    expect(await heldFor(refused)).toEqual({ reason: 'code_4' });
    expect((await world.message(sibling)).state).toBe('queued');
    await forgetHolds();
    await inWorkspace(sql`update outbox set not_before = now() returning message_id`);
    for (const id of [refused, sibling]) await world.reaches(id, arrived);
  });

  it('with a short wait does not end a longer one, nor count as a second strike', async () => {
    const { channelId = '' } = numbers[1] ?? {};
    const at = platform.clock.now();
    const inSeconds = (seconds: number) => [
      { channelId, recipient: '', untilMs: at.getTime() + seconds * 1_000, share: null },
    ];
    const rate = await platform.database.inTenant(world.principal.workspaceId, async (tx) => {
      await tx.execute(sql`delete from send_rates where channel_id = ${channelId}`);
      for (const seconds of [5, 3_600, 60]) await sendStore.holdRates(tx, inSeconds(seconds), at);
      return (await sendStore.readRates(tx, channelId, [''])).get('');
    });
    expect(rate).toMatchObject({ heldUntilMs: at.getTime() + 3_600_000, strikes: 1, share: 1 });
    await forgetHolds();
  });
});

describe('messages that come in', () => {
  async function countReceived(channelId: string): Promise<number> {
    const [row] = await inWorkspace<{ received: number }>(sql`
      select received::integer as received from number_traffic where channel_id = ${channelId}`);
    return row?.received ?? 0;
  }

  it('use up the rate of the number they come to', async () => {
    const { channelId = '', phoneNumberId = '' } = numbers[0] ?? {};
    await world.call('updateNumberSettings', { params: { channelId }, body: { messagesPerSecond: 2 } });
    await world.reaches(await answerOn(0), arrived);
    for (const worker of world.outbound.workers) await worker.stop();
    const before = await countReceived(channelId);
    const customers = Array.from({ length: 40 }, () => String((lastCustomer += 1)));
    await world.simulator.control.sendInbound(
      customers.map((waId) => ({ phoneNumberId, waId, type: 'text', text: { body: 'all at once' } })),
      20,
    );
    const messageId = await answerOn(0);
    const received = before + customers.length + 1;
    await waitFor(async () => ((await countReceived(channelId)) === received ? true : undefined));
    const startedAtMs = platform.clock.now().getTime();
    const next = world.startOutbound();
    for (const worker of next.workers) await worker.start();
    await world.reaches(messageId, arrived);
    for (const worker of next.workers) await worker.stop();
    const { sends } = await world.simulator.control.listSends();
    // Half a second of sending is lost at most; without the 40 a token would have been there at once.
    expect((sends.at(-1)?.acceptedAt ?? 0) - startedAtMs).toBeGreaterThan(600);
    const [counted] = await inWorkspace(sql`
      select received_seen::integer as seen from send_rates where channel_id = ${channelId} and recipient = ''`);
    expect(counted).toEqual({ seen: received });
  });
});
