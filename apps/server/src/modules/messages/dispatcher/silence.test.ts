import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { neededSends } from './rules/settle-silence.ts';
import { settleRestored } from './settle-restored.ts';

/** What becomes of a message of which nobody knows, and whether it is sent again. The simulator's ledger is the judge. */
let platform: TestPlatform;
let world: SendingHarness;
let channelId: string;

beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform, { settings: { discoverMs: 100 } });
  channelId = await world.connect();
});
afterAll(async () => {
  await world?.close();
  await platform?.close();
});

const arrived = ['delivered', 'read'];
let lastCustomer = 819_077_000_000;
const openConversation = () => world.openConversation(String((lastCustomer += 1)));

const inWorkspace = <Row extends object>(statement: ReturnType<typeof sql>): Promise<readonly Row[]> =>
  platform.database.inTenant(world.principal.workspaceId, (tx) => tx.query<Row>(statement));

const send = (conversationId: string, body: string, origin: 'inbox' | 'campaign' = 'campaign') =>
  world.outbound.send(world.principal.workspaceId, {
    conversationId,
    content: { kind: 'text', body },
    senderMemberId: null,
    origin,
  });

/** Accepted by the provider, but neither its answer nor any of its statuses comes back. */
async function sendIntoSilence(body: string, origin?: 'inbox' | 'campaign') {
  const conversationId = await openConversation();
  const { control } = world.simulator;
  await control.settle();
  world.setIntake(false);
  await control.setSettings({ webhooks: { retryDelaysMs: [1], giveUpAfterMs: 0 } });
  await control.setFaults({ lostAnswer: 1 });
  const messageId = await send(conversationId, body, origin);
  await world.reaches(messageId, ['unsure']);
  await control.clearFaults();
  await control.settle();
  await control.setSettings({ webhooks: { retryDelaysMs: [50], giveUpAfterMs: 604_800_000 } });
  world.setIntake(true);
  return { messageId, conversationId };
}

/** As many later sends as silence needs to mean something, every one with a status. */
async function sendLaterOnes(): Promise<void> {
  const conversations = await Promise.all(Array.from({ length: neededSends }, openConversation));
  const ids = await Promise.all(conversations.map((id) => send(id, `later in ${id}`)));
  for (const id of ids) await world.reaches(id, arrived);
}

const letTimePass = (messageId: string, minutes: number) =>
  inWorkspace(sql`update outbox set unsure_since = now() - ${minutes}::integer * interval '1 minute'
    where message_id = ${messageId} returning message_id`);

async function countAccepted(body: string): Promise<number> {
  const { sends } = await world.simulator.control.listSends();
  return sends.filter(({ request }) => Object(request.text).body === body).length;
}

const setPolicy = (requeuesUnconfirmed: boolean) =>
  world.call('updateNumberSettings', { params: { channelId }, body: { requeuesUnconfirmed } });

describe('a campaign message of which nobody knows', () => {
  it('is never sent again by itself unless a person has switched that on', async () => {
    const { messageId } = await sendIntoSilence('unset');
    await sendLaterOnes();
    await letTimePass(messageId, 61);
    const { failure } = await world.reaches(messageId, ['unconfirmed']);
    expect(failure?.code).toBe('send_unconfirmed');
    expect(await countAccepted('unset')).toBe(1);
    expect(world.audit).not.toContainEqual({ action: 'message.resent', subjectId: messageId });
  });

  it('is sent once more when it is switched on, which is audited', async () => {
    await setPolicy(true);
    const { messageId } = await sendIntoSilence('set');
    await sendLaterOnes();
    await letTimePass(messageId, 61);
    await world.reaches(messageId, arrived);
    expect(await countAccepted('set')).toBe(2);
    const entry = { action: 'message.resent', subjectId: messageId };
    expect(world.audit.filter(({ subjectId }) => subjectId === messageId)).toEqual([entry]);
  });

  it('is not sent a third time', async () => {
    await setPolicy(true);
    const { messageId } = await sendIntoSilence('twice');
    await inWorkspace(sql`
      insert into attempts (workspace_id, attempt_key, message_id, channel_id, state, dispatched_at)
      values (${world.principal.workspaceId}, 'earlier', ${messageId}, ${channelId}, 'unsure', now() - interval '2 hours')
      returning attempt_key`);
    await sendLaterOnes();
    await letTimePass(messageId, 61);
    await world.reaches(messageId, ['unconfirmed']);
    expect(await countAccepted('twice')).toBe(1);
  });

  it('waits for a person when it comes from a backup, also when it is switched on', async () => {
    await setPolicy(true);
    const { messageId } = await sendIntoSilence('restored');
    await settleRestored(platform, world.principal.workspaceId, { sendsQueued: true });
    await sendLaterOnes();
    await letTimePass(messageId, 61);
    await world.reaches(messageId, ['unconfirmed']);
    expect(await countAccepted('restored')).toBe(1);
  });

  it('waits for a person on a quiet number, whose silence means nothing, also when it is switched on', async () => {
    await setPolicy(true);
    const { messageId } = await sendIntoSilence('quiet');
    await letTimePass(messageId, 6 * 60 + 1);
    await world.reaches(messageId, ['unconfirmed']);
    expect(await countAccepted('quiet')).toBe(1);
  });

  it('that somebody wrote by hand is left to people', async () => {
    await setPolicy(true);
    const { messageId } = await sendIntoSilence('by hand', 'inbox');
    await sendLaterOnes();
    await letTimePass(messageId, 61);
    await world.reaches(messageId, ['unconfirmed']);
    expect(await countAccepted('by hand')).toBe(1);
  });
});

describe('while webhooks wait to be worked off', () => {
  /** The sweep that ends this one has looked at what is unsure as well, or is about to. */
  async function expireBehind(conversationId: string): Promise<void> {
    const overdue = await send(conversationId, 'overdue', 'inbox');
    await inWorkspace(sql`update outbox set deadline_at = now() - interval '1 second',
      not_after = now() - interval '1 second' where message_id = ${overdue} returning message_id`);
    await world.reaches(overdue, ['failed']);
  }

  it('nothing unsure is given up, for its proof may be among them', async () => {
    const { messageId, conversationId } = await sendIntoSilence('lag', 'inbox');
    await sendLaterOnes();
    const { workspaceId } = world.principal;
    // Arrived a minute ago, and tried again later.
    await inWorkspace(sql`
      insert into raw_event_jobs (workspace_id, raw_event_id, received_at, run_at)
      values (${workspaceId}, 1, now() - interval '1 minute', now() + interval '1 hour') returning raw_event_id`);
    await letTimePass(messageId, 61);
    await expireBehind(conversationId);
    await expireBehind(conversationId);
    expect((await world.message(messageId)).state).toBe('unsure');
    await inWorkspace(sql`delete from raw_event_jobs where raw_event_id = 1 returning raw_event_id`);
    await world.reaches(messageId, ['unconfirmed']);
  });
});
