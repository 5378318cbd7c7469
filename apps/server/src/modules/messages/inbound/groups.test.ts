import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { createIntakeHarness, type IntakeHarness, type TestNumber } from '../../../../test/intake-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { echoBody, envelope, messagesBody, textMessage } from '../../../../test/webhook-bodies.ts';

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
const groupId = 'Y2FwaV9ncm91cDox';
const amara = { waId: '12025550177', userId: 'US.1', name: 'Amara' };
const jo = { waId: '447911123456', userId: 'GB.1', name: 'Jo' };
const now = Math.floor(Date.now() / 1000);

const groupText = (from: typeof amara, id: string, at: number, body: string) =>
  messagesBody(phoneNumberId, { messages: [{ ...textMessage(from, id, at, body), group_id: groupId }] });
const subject = (text: string, at: number) =>
  envelope('group_settings_update', {
    messaging_product: 'whatsapp',
    metadata: { phone_number_id: phoneNumberId },
    groups: [
      {
        timestamp: `${at}`,
        group_id: groupId,
        type: 'group_settings_update',
        group_subject: { text, update_successful: true },
      },
    ],
  });
const status = (word: string, participant: string | undefined, more: object = {}) =>
  messagesBody(phoneNumberId, {
    statuses: [
      {
        id: 'wamid.e',
        status: word,
        timestamp: `${now}`,
        recipient_id: groupId,
        recipient_type: 'group',
        recipient_participant_id: participant,
        ...more,
      },
    ],
  });

async function receive(...bodies: readonly string[]): Promise<void> {
  for (const body of bodies) expect((await harness.post(number, body)).status).toBe(200);
  await harness.drain();
}
const query = <Row extends object>(statement: ReturnType<typeof sql>) =>
  platform.database.inTenant(number.workspaceId, (tx) => tx.query<Row & Record<string, unknown>>(statement));

describe('messages of a group', () => {
  it('are one conversation with the group, and each names who wrote it', async () => {
    await receive(groupText(amara, 'wamid.1', now - 60, 'hello'), groupText(jo, 'wamid.2', now - 30, 'hi'));
    expect(await query(sql`select preview, participant from messages order by arrival`)).toEqual([
      { preview: 'hello', participant: { name: 'Amara', phoneNumber: '+12025550177' } },
      { preview: 'hi', participant: { name: 'Jo', phoneNumber: '+447911123456' } },
    ]);
    expect(
      await query(
        sql`select recipient_group_id, recipient_phone, unread_count, window_closes_at from conversations`,
      ),
    ).toEqual([
      {
        recipient_group_id: groupId,
        recipient_phone: null,
        unread_count: 2,
        window_closes_at: new Date((now - 30 + 86_400) * 1000),
      },
    ]);
  });

  it('are apart from what the same people write outside of it', async () => {
    await receive(
      groupText(amara, 'wamid.1', now - 60, 'in the group'),
      messagesBody(phoneNumberId, { messages: [textMessage(amara, 'wamid.2', now - 30, 'in person')] }),
    );
    expect(await query(sql`select recipient_phone from conversations order by 1`)).toEqual([
      { recipient_phone: amara.waId },
      { recipient_phone: null },
    ]);
  });

  it('stand under the name that the group was given last', async () => {
    await receive(subject('Glaze club 2026', now - 10), subject('Glaze club', now - 50));
    await receive(groupText(amara, 'wamid.1', now - 60, 'hello'));
    expect(await query(sql`select profile_name from contacts`)).toEqual([
      { profile_name: 'Glaze club 2026' },
    ]);
  });
});

describe('reactions of a group', () => {
  it('are those of each member', async () => {
    const react = (from: typeof amara, id: string, emoji: string) =>
      messagesBody(phoneNumberId, {
        messages: [
          {
            from,
            id,
            at: now,
            type: 'reaction',
            group_id: groupId,
            reaction: { message_id: 'wamid.1', emoji },
          },
        ],
      });
    await receive(
      groupText(amara, 'wamid.1', now - 60, 'hello'),
      react(amara, 'wamid.2', '👍'),
      react(jo, 'wamid.3', '🎉'),
    );
    expect(await query(sql`select emoji from reactions order by participant`)).toEqual([
      { emoji: '🎉' },
      { emoji: '👍' },
    ]);
  });
});

describe('a message to a group', () => {
  const sent = () =>
    echoBody(phoneNumberId, amara, {
      id: 'wamid.e',
      at: now - 60,
      type: 'text',
      group_id: groupId,
      text: { body: 'from us' },
    });
  const shown = async () => (await query<{ state: string }>(sql`select state from messages`))[0]?.state;

  it('is as far as the slowest of those who were told of', async () => {
    await receive(
      sent(),
      status('sent', undefined),
      status('read', amara.waId),
      status('delivered', jo.waId),
    );
    expect(await shown()).toBe('delivered');
    await receive(status('read', jo.waId));
    expect(await shown()).toBe('read');
  });

  it('has failed only when it reached nobody', async () => {
    const failed = { errors: [{ code: 131026, title: 'Message undeliverable' }] };
    await receive(sent(), status('sent', undefined), status('failed', amara.waId, failed));
    expect(await shown()).toBe('failed');
    await receive(status('delivered', jo.waId));
    expect(await shown()).toBe('delivered');
  });
});
