/** Several workers on one workspace: what may go at the same time, and what must not. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { sql, takeLaneTurn, takeWholeTurn } from '#platform/database';
import { createIntakeHarness, type IntakeHarness, type TestNumber } from '../../../test/intake-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { messagesBody, textMessage } from '../../../test/webhook-bodies.ts';
import { laneOf } from './lanes.ts';

let platform: TestPlatform;
let harness: IntakeHarness;
let one: TestNumber;
let other: TestNumber;
beforeAll(async () => {
  platform = await createTestPlatform();
  harness = await createIntakeHarness(platform);
});
beforeEach(async () => {
  one = await harness.addNumber();
  do other = await harness.addNumber({ workspaceId: one.workspaceId });
  while (laneOfNumber(other) === laneOfNumber(one));
});
afterAll(async () => {
  await harness.close();
  await platform.close();
});

const now = Math.floor(Date.now() / 1_000);

function write(
  number: TestNumber,
  id: string,
  person: { waId?: string; userId?: string } = { waId: '819011112222' },
) {
  return harness.post(
    number,
    messagesBody(number.phoneNumberId, { messages: [textMessage(person, id, now, id)] }),
  );
}

function laneOfNumber({ endpointId, phoneNumberId }: TestNumber): number {
  return laneOf({ endpointId, body: Buffer.from(`{"phone_number_id":"${phoneNumberId}"}`) });
}

const inWorkspace = <Result>(work: Parameters<typeof platform.database.inTenant<Result>>[1]) =>
  platform.database.inTenant(one.workspaceId, work);

/** What is in the inbox, in the order in which it was filed. */
async function filed(): Promise<readonly string[]> {
  const rows = await inWorkspace((tx) =>
    tx.query<{ id: string }>(sql`select provider_message_id as id from messages order by arrival`),
  );
  return rows.map(({ id }) => id);
}

/** Another worker is at it until the function that this gives is called. */
async function hold(take: (tx: Parameters<typeof takeWholeTurn>[0]) => Promise<boolean>) {
  const [taken, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const held = inWorkspace(async (tx) => {
    expect(await take(tx)).toBe(true);
    taken.resolve();
    await free.promise;
  });
  await taken.promise;
  return async () => {
    free.resolve();
    await held;
  };
}

it('goes on with other numbers while one number is being worked on', async () => {
  const release = await hold((tx) => takeLaneTurn(tx, laneOfNumber(one), { waitMs: 0 }));
  await write(one, 'wamid.one');
  await write(other, 'wamid.other');
  await harness.drain();
  expect(await filed()).toEqual(['wamid.other']);
  await release();
  await harness.drain();
  expect(await filed()).toEqual(['wamid.other', 'wamid.one']);
});

it('leaves a workspace alone that the release before is working on', async () => {
  const release = await hold((tx) => takeWholeTurn(tx, { waitMs: 0 }));
  await write(one, 'wamid.one');
  await harness.drain();
  expect(await filed()).toEqual([]);
  await release();
  await harness.drain();
  expect(await filed()).toEqual(['wamid.one']);
});

it('puts what concerns the whole workspace after all before it and before all after it', async () => {
  await write(one, 'wamid.before');
  await write(other, 'wamid.whole');
  await write(one, 'wamid.after');
  // As a body of several numbers is stored, and everything that the release before has stored.
  await inWorkspace((tx) =>
    tx.execute(sql`update raw_event_jobs set lane = 0 where raw_event_id =
      (select raw_event_id from raw_event_jobs order by raw_event_id offset 1 limit 1)`),
  );
  const release = await hold((tx) => takeLaneTurn(tx, laneOfNumber(one), { waitMs: 0 }));
  await harness.drain();
  expect(await filed()).toEqual([]);
  await release();
  await harness.drain();
  expect(await filed()).toEqual(['wamid.before', 'wamid.whole', 'wamid.after']);
});

it('merges two contacts only while nobody files under either', async () => {
  await write(one, 'wamid.by-number', { waId: '819011112222' });
  await write(one, 'wamid.by-user', { userId: 'JP.1' });
  await harness.drain();
  const release = await hold((tx) => takeLaneTurn(tx, laneOfNumber(other), { waitMs: 0 }));
  await write(one, 'wamid.both', { waId: '819011112222', userId: 'JP.1' });
  const drained = harness.drain();
  await release();
  await drained;
  await harness.drain();
  expect(await filed()).toContain('wamid.both');
  const [row] = await inWorkspace((tx) =>
    tx.query(sql`select count(distinct contact_id)::int as contacts from messages`),
  );
  expect(row).toEqual({ contacts: 1 });
});
