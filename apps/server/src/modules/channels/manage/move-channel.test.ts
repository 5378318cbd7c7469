import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { waitFor } from '../../../../test/wait-for.ts';

const accountSid = `AC${'c'.repeat(32)}`;
const twilioAccount = { accountSid, authToken: 'auth-token' };
const twilioCredentials = { provider: 'twilio', ...twilioAccount, phoneNumber: '+81 3-5550-0100' };
const customers = Array.from({ length: 8 }, (_, index) => `${819_070_000_000 + index}`);
const messagesToEach = 3;

let platform: TestPlatform;
let world: SendingHarness;
let channelId: string;
let conversationIds: readonly string[];
beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform);
  channelId = await world.connect();
  conversationIds = await Promise.all(customers.map((waId) => world.openConversation(waId)));
});
afterAll(async () => {
  await world.close();
  await platform.close();
});

interface MessageState {
  readonly id: string;
  readonly body: string;
  readonly state: string;
  readonly providerMessageId: string | null;
}

function listOutbound(): Promise<readonly MessageState[]> {
  return platform.database.inTenant(world.principal.workspaceId, (tx) =>
    tx.query<MessageState>(sql`select id, content->>'body' as body, state, provider_message_id as "providerMessageId"
      from messages where direction = 'outbound' order by id`),
  );
}

async function queueForAll(word: string): Promise<void> {
  for (let round = 0; round < messagesToEach; round += 1) {
    for (const [index, conversationId] of conversationIds.entries()) {
      await world.send(conversationId, `${word} ${round} to ${index}`);
    }
  }
}

/** How often each text was really accepted, wherever. */
async function countAccepted(): Promise<ReadonlyMap<string, number>> {
  const { sends } = await world.simulator.control.listSends();
  const counts = new Map<string, number>();
  for (const { request } of sends) {
    const text = Object(request.text).body ?? request.Body;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

const isArrived = ({ state }: MessageState) => ['sent', 'delivered', 'read'].includes(state);

async function expectEachSentOnce(): Promise<readonly MessageState[]> {
  const messages = await waitFor(async () => {
    const found = await listOutbound();
    return found.every(isArrived) ? found : undefined;
  }, 30_000);
  const accepted = await countAccepted();
  expect(messages.map(({ body }) => [body, accepted.get(body)])).toEqual(
    messages.map(({ body }) => [body, 1]),
  );
  return messages;
}

async function moveTo(body: object): Promise<Record<string, unknown>> {
  const { channel, checks } = await world.call('moveChannel', { params: { channelId }, body });
  if (!channel) throw new Error(`Not moved: ${JSON.stringify(checks)}`);
  return channel as Record<string, unknown>;
}

it('moves a number to Twilio in the middle of sending: nothing is lost or sent twice', async () => {
  const { control } = world.simulator;
  // One answer in five is lost, so some sends of the old provider are unsure when the number moves.
  await control.setFaults({ lostAnswer: 0.2 });
  await queueForAll('before');
  await waitFor(async () => ((await countAccepted()).size >= 10 ? true : undefined));
  await control.mergeWorld({
    resellers: [{ kind: 'twilio', ...twilioAccount, phoneNumberIds: [world.phoneNumberId] }],
  });
  const channel = await moveTo(twilioCredentials);
  await control.setFaults({});
  await queueForAll('after');
  const messages = await expectEachSentOnce();
  expect(channel).toMatchObject({
    id: channelId,
    provider: 'twilio',
    phoneNumberId: 'whatsapp:+81355500100',
    wabaId: accountSid,
    state: 'connected',
  });
  const ids = messages.map(({ providerMessageId }) => providerMessageId ?? '');
  expect(ids.some((id) => id.startsWith('wamid.'))).toBe(true);
  expect(ids.some((id) => id.startsWith('SM'))).toBe(true);
  expect(world.audit).toContainEqual({ action: 'channel.moved', subjectId: channelId });
}, 60_000);

it('knows the same customers and conversations at the new provider', async () => {
  const [waId = '', conversationId] = [customers[0], conversationIds[0]];
  expect(await world.openConversation(waId)).toBe(conversationId);
  const [{ count } = { count: 0 }] = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
    tx.query<{ count: number }>(sql`select count(*)::int as count from contacts`),
  );
  expect(count).toBe(customers.length);
});

it('refuses at once what the new provider cannot send, and says why', async () => {
  const conversationId = conversationIds[0] ?? '';
  const content = {
    kind: 'list',
    body: 'Choose',
    button: 'Open',
    sections: [{ rows: [{ id: '1', title: 'Tea' }] }],
  } as const;
  const refused = world.outbound.send(world.principal.workspaceId, {
    conversationId,
    content: { ...content, sections: [{ rows: [{ id: '1', title: 'Tea' }] }] },
    senderMemberId: null,
    origin: 'inbox',
  });
  await expect(refused).rejects.toMatchObject({ code: 'content_not_for_channel' });
});

it('moves only with values of its own number, and leaves nothing behind otherwise', async () => {
  const { control } = world.simulator;
  const { wabas } = await control.mergeWorld({
    wabas: [{ phoneNumbers: [{ displayPhoneNumber: '+81 3-5550-0999' }] }],
  });
  const other = wabas.at(-1)?.phoneNumbers[0]?.id ?? '';
  const account = { accountSid: `AC${'d'.repeat(32)}`, authToken: 'other' };
  await control.mergeWorld({ resellers: [{ kind: 'twilio', ...account, phoneNumberIds: [other] }] });
  const body = { provider: 'twilio', ...account, phoneNumber: '+81 3-5550-0999' };
  await expect(world.call('moveChannel', { params: { channelId }, body })).rejects.toMatchObject({
    code: 'channel_other_number',
  });
  const wrong = await world.call('moveChannel', {
    params: { channelId },
    body: { ...twilioCredentials, authToken: 'wrong' },
  });
  expect(wrong).toMatchObject({ channel: null, checks: expect.arrayContaining([]) });
  expect(await world.call('getChannel', { params: { channelId } })).toMatchObject({ wabaId: accountSid });
});

it('goes on to 360dialog and back to Meta, with everything it has', async () => {
  const { control } = world.simulator;
  await control.mergeWorld({
    resellers: [{ kind: 'dialog360', apiKey: 'd360', phoneNumberId: world.phoneNumberId }],
  });
  await moveTo({ provider: 'dialog360', apiKey: 'd360', phoneNumber: '+81 3-5550-0100' });
  await queueForAll('through 360dialog');
  await expectEachSentOnce();
  await control.mergeWorld({ resellers: [{ kind: 'meta', phoneNumberIds: [world.phoneNumberId] }] });
  const channel = await moveTo({ provider: 'cloud-api', ...world.credentials });
  expect(channel).toMatchObject({ id: channelId, provider: 'cloud-api', phoneNumberId: world.phoneNumberId });
  await queueForAll('through Meta');
  const messages = await expectEachSentOnce();
  expect(messages).toHaveLength(4 * customers.length * messagesToEach);
}, 60_000);

it('forgets the tokens of every place where the number was when it is disconnected', async () => {
  const countFormer = async () => {
    const [row] = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
      tx.query<{ count: number }>(sql`select count(*)::int as count from former_connections`),
    );
    return row?.count;
  };
  expect(await countFormer()).toBeGreaterThan(1);
  await world.call('disconnectChannel', { params: { channelId } });
  expect(await countFormer()).toBe(0);
});
