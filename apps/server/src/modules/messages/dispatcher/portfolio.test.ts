import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { waitFor } from '../../../../test/wait-for.ts';

let platform: TestPlatform;
let world: SendingHarness;
let channelId: string;

beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform);
  channelId = await world.connect();
  const optInRequired = { marketing: false, utility: false };
  const quietHours = { enabled: false, from: '20:00', to: '08:00', includesUtility: false };
  await world.call('updateSendingSettings', { body: { optInRequired, quietHours } });
});
afterAll(async () => {
  await world?.close();
  await platform?.close();
});

const inTenant = <Row extends object>(statement: ReturnType<typeof sql>) =>
  platform.database.inTenant(world.principal.workspaceId, (tx) => tx.query<Row>(statement));

/** As a webhook of Meta's would tell it. */
const tellLimit = (limit: string) =>
  inTenant(sql`update channels set messaging_limit = ${limit} where id = ${channelId} returning id`);

async function sendTemplate(to: string): Promise<string> {
  const content = { kind: 'template', name: 'sample_plain', language: 'en' };
  const answer = await world.call('sendToNumber', { body: { channelId, to, content } });
  return String(answer['id']);
}

interface Waiting {
  readonly reason: string;
  readonly until: Date;
  readonly deadline: Date;
  readonly problem: string;
}

async function waitingFor(messageId: string): Promise<Waiting | undefined> {
  const [row] = await inTenant<Waiting>(sql`
    select o.hold_reason as reason, o.not_before as until, o.deadline_at as deadline, m.failure ->> 'code' as problem
    from outbox o join messages m on m.workspace_id = o.workspace_id and m.id = o.message_id
    where o.message_id = ${messageId} and o.hold_reason is not null`);
  return row;
}

describe('the messaging limit of the portfolio', () => {
  it('is read from Graph with the number, and with whom the portfolio belongs', async () => {
    const [channel] = await inTenant<{ limit: string | null; portfolio: string | null }>(
      sql`select messaging_limit as limit, portfolio_id as portfolio from channels where id = ${channelId}`,
    );
    expect(channel?.limit).toMatch(/^TIER_/);
    expect(channel?.portfolio).not.toBeNull();
  });

  it('holds who would be one too many, says until when, and lets answers pass', async () => {
    await tellLimit('2');
    const sent = await Promise.all(['+819070000001', '+819070000002'].map(sendTemplate));
    for (const id of sent) await world.reaches(id, ['sent', 'delivered', 'read']);
    const again = await sendTemplate('+819070000001');
    await world.reaches(again, ['sent', 'delivered', 'read']);
    const held = await sendTemplate('+819070000003');
    const waiting = await waitFor(() => waitingFor(held));
    expect(waiting).toMatchObject({ reason: 'portfolio_limit', problem: 'messaging_limit_reached' });
    const dayMs = 24 * 60 * 60 * 1_000;
    const inMs = waiting.until.getTime() - platform.clock.now().getTime();
    expect(inMs).toBeGreaterThan(dayMs - 60_000);
    expect(inMs).toBeLessThanOrEqual(dayMs);
    expect(waiting.deadline.getTime()).toBeGreaterThan(waiting.until.getTime());
    const conversationId = await world.openConversation('819070000009');
    await world.reaches(await world.send(conversationId, 'an answer'), ['sent', 'delivered', 'read']);
    await tellLimit('TIER_2K');
    await world.reaches(held, ['sent', 'delivered', 'read'], 15_000);
  });
});
