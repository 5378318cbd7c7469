import {
  type ContactConsent,
  contactConsentSchema,
  type GateVerdict,
  gateVerdictSchema,
} from '@renkei/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import type { Worker } from '#platform/module';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { waitFor } from '../../../../test/wait-for.ts';
import { sendStore } from '../send-store.ts';

let platform: TestPlatform;
let world: SendingHarness;
let channelId: string;
/** What is accepted waits until a test lets it go. */
let dispatcher: readonly Worker[];

beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform, { dispatch: false });
  channelId = await world.connect();
  dispatcher = world.outbound.workers;
  const quietHours = { enabled: false, from: '20:00', to: '08:00', includesUtility: false };
  await world.call('updateSendingSettings', { body: { quietHours } });
});
afterAll(async () => {
  await world?.close();
  await platform?.close();
});

const offer = {
  kind: 'template',
  name: 'sample_plain',
  language: 'en',
  bodyParameters: [],
  buttons: [],
} as const;
let lastCustomer = 4_915_123_450_000;
const newCustomer = () => String((lastCustomer += 1));

const inWorkspace = <Row extends object>(statement: Parameters<typeof sql>[0], ...values: unknown[]) =>
  platform.database.inTenant(world.principal.workspaceId, (tx) => tx.query<Row>(sql(statement, ...values)));

async function contactOf(conversationId: string): Promise<string> {
  const [row] = await inWorkspace<{
    id: string;
  }>`select contact_id as id from conversations where id = ${conversationId}`;
  return row?.id ?? '';
}

async function consentOf(contactId: string): Promise<ContactConsent> {
  return contactConsentSchema.parse(await world.call('getConsent', { params: { contactId } }));
}

async function optIn(contactId: string): Promise<void> {
  const body = { purpose: 'marketing', decision: 'opt_in', source: 'website', evidence: 'Form of the shop' };
  await world.call('recordConsent', { params: { contactId }, body });
}

/** The customer writes, now, or by a clock that is behind or ahead; comes back when it is filed. */
async function write(waId: string, body: string, secondsAgo = 0): Promise<void> {
  const { phoneNumberId } = world;
  const timestamp = Date.now() - secondsAgo * 1000;
  await world.simulator.control.sendInbound([
    { phoneNumberId, waId, type: 'text', text: { body }, timestamp },
  ]);
  await waitFor(async () => {
    const rows = await inWorkspace`select from messages m join conversations c on c.id = m.conversation_id
      where c.recipient_phone = ${waId} and m.content ->> 'body' = ${body}`;
    return rows.length > 0 ? rows : undefined;
  });
}

async function sendOffer(conversationId: string): Promise<string> {
  const answer = await world.call('sendMessage', { params: { conversationId }, body: { content: offer } });
  return String(answer['id']);
}

async function check(to: string): Promise<GateVerdict> {
  return gateVerdictSchema.parse(await world.call('checkSend', { body: { channelId, to, content: offer } }));
}

async function letGo<Result>(until: () => Promise<Result>): Promise<Result> {
  for (const worker of dispatcher) await worker.start();
  try {
    return await until();
  } finally {
    for (const worker of dispatcher.toReversed()) await worker.stop();
  }
}

const sendsTo = async (waId: string) =>
  (await world.simulator.control.listSends()).sends.filter(({ to }) => to === waId);

describe('consent', () => {
  it('withdrawn before a queued message is claimed keeps it back for good', async () => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    const contactId = await contactOf(conversationId);
    await optIn(contactId);
    const messageId = await sendOffer(conversationId);
    await write(waId, 'Stop!');
    const row = await letGo(() => world.reaches(messageId, ['failed']));
    expect(row.failure).toMatchObject({ code: 'consent_withdrawn' });
    expect(await sendsTo(waId)).toEqual([]);
    await expect(sendOffer(conversationId)).rejects.toMatchObject({ code: 'consent_withdrawn' });
    const { state, events } = await consentOf(contactId);
    expect(state).toEqual({ marketing: 'opt_out', utility: 'unknown' });
    expect(events.map(({ source, evidence }) => [source, evidence])).toEqual([
      ['keyword', 'Stop!'],
      ['website', 'Form of the shop'],
    ]);
  });

  it('is given again by START, and the verdict of the claim is kept with the message', async () => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    await expect(sendOffer(conversationId)).rejects.toMatchObject({ code: 'consent_missing' });
    await write(waId, 'start');
    const messageId = await sendOffer(conversationId);
    const read = async () => {
      const [row] = await inWorkspace<{ verdict: unknown; origin: string; purpose: string }>`
        select verdict, origin, purpose from messages where id = ${messageId}`;
      return { ...row, verdict: gateVerdictSchema.parse(row?.verdict) };
    };
    const accepted = await read();
    expect(accepted).toMatchObject({ origin: 'inbox', purpose: 'marketing', verdict: { decision: 'allow' } });
    expect(Object.keys(accepted.verdict.rules)).toContain('consent-is-given');
    await letGo(() => world.reaches(messageId, ['sent', 'delivered', 'read']));
    const claimed = await read();
    expect(Date.parse(claimed.verdict.judgedAt)).toBeGreaterThan(Date.parse(accepted.verdict.judgedAt));
    expect(await sendsTo(waId)).toHaveLength(1);
  });

  it('is what an unclear word says only where a question waits for it', async () => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    const contactId = await contactOf(conversationId);
    await write(waId, 'はい');
    expect((await consentOf(contactId)).state.marketing).toBe('unknown');
    const wording = 'お知らせを受け取りますか？';
    await world.call('askForConsent', { params: { contactId }, body: { purpose: 'marketing', wording } });
    await write(waId, 'はい。');
    const { state, question, events } = await consentOf(contactId);
    expect(state.marketing).toBe('opt_in');
    expect(question).toBeNull();
    expect(events).toMatchObject([{ source: 'answer', wording, evidence: 'はい。', decision: 'opt_in' }]);
  });

  it('stays with who asked for everything to stop, until they write again', async () => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    await write(waId, 'STOP ALL');
    await expect(world.send(conversationId, 'One more thing')).rejects.toMatchObject({
      code: 'consent_withdrawn',
    });
    await write(waId, 'Where is my parcel?', -2);
    await expect(world.send(conversationId, 'On its way')).resolves.toBeTypeOf('string');
  });

  it('is confirmed once where the workspace wants it, in the language of the word', async () => {
    await world.call('updateSendingSettings', {
      body: { confirmations: { enabled: true, optOut: null, optIn: null } },
    });
    const waId = newCustomer();
    await world.openConversation(waId);
    await write(waId, '配信停止');
    const sent = await letGo(() =>
      waitFor(async () => {
        const sends = await sendsTo(waId);
        return sends.length > 0 ? sends : undefined;
      }),
    );
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent[0]?.request)).toContain('配信を停止します');
    await write(waId, '停止');
    const confirmed =
      await inWorkspace`select from messages m join conversations c on c.id = m.conversation_id
      where c.recipient_phone = ${waId} and m.direction = 'outbound'`;
    expect(confirmed).toHaveLength(1);
    await world.call('updateSendingSettings', {
      body: { confirmations: { enabled: false, optOut: null, optIn: null } },
    });
  });

  it('that WhatsApp keeps an experiment from somebody is remembered from its refusal', async () => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    await optIn(await contactOf(conversationId));
    await world.simulator.control.setSettings({ marketing: { experimentShare: 1 } });
    const messageId = await sendOffer(conversationId);
    const row = await letGo(() => world.reaches(messageId, ['failed']));
    expect(row.failure).toMatchObject({ providerCode: 130472 });
    await expect(sendOffer(conversationId)).rejects.toMatchObject({ code: 'recipient_in_experiment' });
    await world.simulator.control.setSettings({ marketing: { experimentShare: 0 } });
  });
});

it('a number can be asked about without anything being kept', async () => {
  const waId = newCustomer();
  const verdict = await check(`+${waId}`);
  expect(verdict).toMatchObject({
    decision: 'refuse',
    purpose: 'marketing',
    problem: { code: 'consent_missing', source: expect.stringContaining('Policy') },
    findings: [{ rule: 'consent-is-given', version: '2026-11-22' }],
  });
  expect(await inWorkspace`select from identities where value = ${waId}`).toEqual([]);
  expect((await check('+1 212 555 0123')).findings.map(({ rule }) => rule)).toEqual([
    'consent-is-given',
    'recipient-gets-marketing',
  ]);
  await expect(check('12')).rejects.toMatchObject({ code: 'recipient_invalid' });
});

it('a cap counts marketing from when it went, however long before that it was queued', async () => {
  await world.call('updateSendingSettings', { body: { marketingCaps: { perDay: 1, perWeek: null } } });
  const conversationId = await world.openConversation(newCustomer());
  await optIn(await contactOf(conversationId));
  const first = await sendOffer(conversationId);
  await inWorkspace`update messages set shown_at = shown_at - interval '30 days' where id = ${first}`;
  await letGo(() => world.reaches(first, ['sent', 'delivered', 'read']));
  const { failure } = await world.message(await sendOffer(conversationId));
  expect(failure).toMatchObject({ code: 'marketing_cap_reached' });
  await world.call('updateSendingSettings', { body: { marketingCaps: { perDay: 2, perWeek: 6 } } });
});

it('a cap counts what another number sends to the same person at the same moment', async () => {
  await world.call('updateSendingSettings', { body: { marketingCaps: { perDay: 1, perWeek: null } } });
  const conversationId = await world.openConversation(newCustomer());
  const contactId = await contactOf(conversationId);
  await optIn(contactId);
  const longAgo = await sendOffer(conversationId);
  await letGo(() => world.reaches(longAgo, ['sent', 'delivered', 'read']));
  await inWorkspace`update attempts set dispatched_at = dispatched_at - interval '8 days' where message_id = ${longAgo}`;
  const messageId = await sendOffer(conversationId);
  await letGo(async () => {
    await platform.database.inTenant(world.principal.workspaceId, async (tx) => {
      await sendStore.lockMarketing(tx, [contactId]);
      await waitFor(async () => {
        const rows = await inWorkspace`select from pg_locks where locktype = 'advisory' and not granted`;
        return rows.length > 0 ? rows : undefined;
      });
      await tx.execute(sql`update attempts set dispatched_at = now() where message_id = ${longAgo}`);
    });
    await waitFor(async () => (await world.message(messageId)).failure ?? undefined);
  });
  expect((await world.message(messageId)).failure).toMatchObject({ code: 'marketing_cap_reached' });
  await world.call('updateSendingSettings', { body: { marketingCaps: { perDay: 2, perWeek: 6 } } });
});

it('marketing waits at night, with a deadline that begins in the morning', async () => {
  const all = { enabled: true, from: '00:00', to: '23:59', includesUtility: false };
  await world.call('updateSendingSettings', { body: { quietHours: all } });
  const conversationId = await world.openConversation(newCustomer());
  await optIn(await contactOf(conversationId));
  const messageId = await sendOffer(conversationId);
  const [row] = await inWorkspace<{
    state: string;
    waits: boolean;
    lasts: boolean;
    failure: { code: string };
  }>`
    select o.state, o.not_before > now() as waits, o.deadline_at >= o.not_before + interval '10 hours' as lasts, m.failure
    from outbox o join messages m on m.id = o.message_id where o.message_id = ${messageId}`;
  expect(row).toMatchObject({
    state: 'scheduled',
    waits: true,
    lasts: true,
    failure: { code: 'quiet_hours' },
  });
});

it('changes of rules and of consent by members are in the audit log', () => {
  const actions = new Set(world.audit.map(({ action }) => action));
  for (const action of ['consent.record', 'consent.ask', 'sendingSettings.update']) {
    expect(actions).toContain(action);
  }
});
