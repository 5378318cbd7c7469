import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { createIntakeHarness, type IntakeHarness, type TestNumber } from '../../../../test/intake-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { envelope } from '../../../../test/webhook-bodies.ts';

let platform: TestPlatform;
let harness: IntakeHarness;
let number: TestNumber;
beforeAll(async () => {
  platform = await createTestPlatform();
  harness = await createIntakeHarness(platform);
});
beforeEach(async () => {
  number = await harness.addNumber({ phoneNumberId });
});
afterAll(async () => {
  await harness.close();
  await platform.close();
});

const phoneNumberId = '407311998800112';
const now = Math.floor(Date.now() / 1000);

function callsBody(part: object): string {
  return envelope('calls', {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '12025550143', phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: 'Amara' }, wa_id: '12025550177', user_id: 'US.1' }],
    ...part,
  });
}
const fromCustomer = (event: string, at: number, more: object = {}) =>
  callsBody({
    calls: [
      {
        id: 'wacid.1',
        from: '12025550177',
        from_user_id: 'US.1',
        to: '12025550143',
        event,
        timestamp: `${at}`,
        direction: 'USER_INITIATED',
        ...more,
      },
    ],
  });
const toCustomer = (event: string, at: number, more: object = {}) =>
  callsBody({
    calls: [
      {
        id: 'wacid.2',
        from: '12025550143',
        to: '12025550177',
        to_user_id: 'US.1',
        event,
        timestamp: `${at}`,
        direction: 'BUSINESS_INITIATED',
        ...more,
      },
    ],
  });
const status = (word: string, at: number) =>
  callsBody({
    statuses: [
      { id: 'wacid.2', type: 'call', status: word, timestamp: `${at}`, recipient_id: '12025550177' },
    ],
  });

async function receive(...bodies: readonly string[]): Promise<void> {
  for (const body of bodies) expect((await harness.post(number, body)).status).toBe(200);
  await harness.drain();
}

async function state() {
  const [row] = await platform.database.inTenant(number.workspaceId, (tx) =>
    tx.query(sql`
      select (select jsonb_agg(jsonb_build_object('content', content, 'direction', direction, 'at', shown_at))
              from messages) as messages,
             unread_count, window_closes_at, last_message_at from conversations`),
  );
  return row;
}
const instant = (seconds: number) => new Date(seconds * 1000);

describe('a call of a customer', () => {
  it('is one message that ends as answered, with its length, and opens the window from its beginning', async () => {
    await receive(fromCustomer('connect', now - 100));
    expect(await state()).toMatchObject({
      messages: [
        { content: { kind: 'call', outcome: 'ringing', calledBy: 'contact' }, direction: 'inbound' },
      ],
      unread_count: 1,
      window_closes_at: instant(now - 100 + 86_400),
    });
    const times = { start_time: `${now - 95}`, end_time: `${now - 35}`, duration: 60 };
    await receive(fromCustomer('terminate', now - 35, { status: 'COMPLETED', ...times }));
    expect(await state()).toMatchObject({
      messages: [{ content: { outcome: 'answered', durationMs: 60_000 } }],
      unread_count: 1,
      last_message_at: instant(now - 35),
    });
  });

  it('that nobody took is missed', async () => {
    await receive(
      fromCustomer('connect', now - 100),
      fromCustomer('terminate', now - 50, { status: 'FAILED' }),
    );
    expect(await state()).toMatchObject({ messages: [{ content: { outcome: 'missed', durationMs: null } }] });
  });
});

describe('a call to a customer', () => {
  it('opens the window when it is taken, and neither before nor when it is declined', async () => {
    await receive(toCustomer('connect', now - 100), status('RINGING', now - 95));
    expect(await state()).toMatchObject({ unread_count: 0, window_closes_at: null });
    await receive(status('REJECTED', now - 90), toCustomer('terminate', now - 89, { status: 'COMPLETED' }));
    expect(await state()).toMatchObject({
      messages: [{ content: { outcome: 'rejected' }, direction: 'echo' }],
      window_closes_at: null,
    });
  });

  it('opens it for 24 hours from the moment it was taken', async () => {
    await receive(toCustomer('connect', now - 100), status('ACCEPTED', now - 80));
    expect(await state()).toMatchObject({ window_closes_at: instant(now - 80 + 86_400) });
  });
});

it('shows the same call in whatever order and however often its parts come', async () => {
  const bodies = [
    toCustomer('connect', now - 100),
    status('RINGING', now - 98),
    status('ACCEPTED', now - 90),
    toCustomer('terminate', now - 20, {
      status: 'COMPLETED',
      start_time: `${now - 90}`,
      end_time: `${now - 20}`,
      duration: 70,
    }),
  ];
  await receive(...bodies);
  const expected = await state();
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...bodies, ...bodies], { minLength: bodies.length * 2 }),
      async (shuffled) => {
        number = await harness.addNumber({ phoneNumberId });
        for (const body of shuffled) await receive(body);
        expect(await state()).toEqual(expected);
      },
    ),
    { numRuns: 6 },
  );
}, 60_000);
