import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { createIntakeHarness, type IntakeHarness, type TestNumber } from '../../../../test/intake-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { echoBody, type MessagePart, messagesBody, textMessage } from '../../../../test/webhook-bodies.ts';

let platform: TestPlatform;
let harness: IntakeHarness;
let number: TestNumber;
beforeAll(async () => {
  platform = await createTestPlatform();
  harness = await createIntakeHarness(platform);
});
beforeEach(async () => {
  number = await harness.addNumber();
});
afterAll(async () => {
  await harness.close();
  await platform.close();
});

const amara = { waId: '12025550177', userId: 'US.1', name: 'Amara' };
const now = Math.floor(Date.now() / 1000);

async function receive(...bodies: string[]): Promise<void> {
  for (const body of bodies) expect((await harness.post(number, body)).status).toBe(200);
  await harness.drain();
}
const messages = (...parts: MessagePart[]) => messagesBody(number.phoneNumberId, { messages: parts });
const statuses = (...parts: object[]) => messagesBody(number.phoneNumberId, { statuses: parts });
const query = <Row extends object>(statement: ReturnType<typeof sql>) =>
  platform.database.inTenant(number.workspaceId, (tx) => tx.query<Row & Record<string, unknown>>(statement));

async function conversation() {
  const [row] = await query<{
    unread_count: number;
    window_closes_at: Date | null;
    preview: string;
    recipient_phone: string | null;
    recipient_user_id: string | null;
  }>(sql`select unread_count, window_closes_at, recipient_phone, recipient_user_id,
           (select preview from messages where id = last_message_id) as preview from conversations`);
  return row;
}
const eventTypes = async () =>
  (await query<{ type: string }>(sql`select type from events order by number`)).map((row) => row.type);

describe('a customer message', () => {
  it('opens the window for 24 hours from its own time, to the second', async () => {
    await receive(messages(textMessage(amara, 'wamid.1', now - 100, 'hello')));
    expect((await conversation())?.window_closes_at).toEqual(new Date((now - 100 + 86_400) * 1000));
  });

  it('counts once however often it comes', async () => {
    const body = messages(textMessage(amara, 'wamid.1', now, 'hello'));
    await receive(body, body);
    await receive(body);
    expect(await conversation()).toMatchObject({ unread_count: 1, preview: 'hello' });
    expect((await eventTypes()).filter((type) => type === 'message.created')).toHaveLength(1);
  });

  it('older than 8 days is shown, but is not unread and opens no window', async () => {
    await receive(messages(textMessage(amara, 'wamid.old', now - 9 * 86_400, 'long ago')));
    expect(await conversation()).toMatchObject({
      unread_count: 0,
      window_closes_at: null,
      preview: 'long ago',
    });
  });

  it('is answered under exactly the ids that came last', async () => {
    const brazil = { waId: '551187654321', userId: 'BR.1' };
    await receive(messages(textMessage(brazil, 'wamid.1', now - 5, 'oi')));
    await receive(messages(textMessage({ ...brazil, waId: '5511987654321' }, 'wamid.2', now, 'oi')));
    expect(await conversation()).toMatchObject({
      recipient_phone: '5511987654321',
      recipient_user_id: 'BR.1',
    });
    expect(await query(sql`select 1 from contacts`)).toHaveLength(1);
  });

  it('is answered under the new number as soon as that is told, and not a moment longer under the old one', async () => {
    const change = {
      from: amara,
      id: 'wamid.2',
      at: now - 5,
      type: 'system',
      system: {
        type: 'user_changed_number',
        body: 'User changed',
        wa_id: '12025550199',
        user_id: 'US.2',
        previous_user_id: 'US.1',
      },
    };
    await receive(messages(change), messages(textMessage(amara, 'wamid.1', now - 10, 'before')));
    expect(await conversation()).toMatchObject({
      unread_count: 1,
      recipient_phone: '12025550199',
      recipient_user_id: 'US.2',
      window_closes_at: new Date((now - 10 + 86_400) * 1000),
    });
    expect(await query(sql`select 1 from contacts`)).toHaveLength(1);
  });

  it('of the same second is shown in the order of arrival', async () => {
    const texts = Array.from({ length: 30 }, (_, index) => `text ${index}`);
    await receive(...texts.map((text, index) => messages(textMessage(amara, `wamid.${index}`, now, text))));
    const rows = await query<{ preview: string }>(
      sql`select preview from messages order by shown_at, arrival`,
    );
    expect(rows.map((row) => row.preview)).toEqual(texts);
    expect((await conversation())?.preview).toBe('text 29');
  });

  it('with NUL and half a surrogate pair is readable, and so are its neighbours', async () => {
    const poison = textMessage({ ...amara, name: 'A\u0000\ud800' }, 'wamid.1', now, 'a\u0000b\udc00c 👍');
    await receive(messages(poison, textMessage(amara, 'wamid.2', now, 'fine')));
    const rows = await query<{ preview: string }>(sql`select preview from messages order by arrival`);
    expect(rows.map((row) => row.preview)).toEqual(['a\ufffdb\ufffdc 👍', 'fine']);
  });

  it('that cannot be told apart from others goes into quarantine and its neighbours go on', async () => {
    const body = messages(textMessage(amara, 'wamid.1', now, 'fine')).replace(
      '"messages":[',
      '"messages":[{"type":"text","text":{"body":"no id"}},',
    );
    await receive(body);
    expect(await query(sql`select preview from messages`)).toEqual([{ preview: 'fine' }]);
    const [job] = await query<{ reason: string }>(sql`select reason from raw_event_jobs`);
    expect(job?.reason).toMatch(/id/);
  });

  it('of a kind nobody knows is shown as unsupported under its own name', async () => {
    await receive(messages({ from: amara, id: 'wamid.1', at: now, type: 'hologram', hologram: {} }));
    const [row] = await query<{ content: object }>(sql`select content from messages`);
    expect(row?.content).toMatchObject({ kind: 'unsupported', wireType: 'hologram' });
  });
});

describe('an echo', () => {
  it('neither opens the window nor counts as unread', async () => {
    await receive(
      echoBody(number.phoneNumberId, amara, { id: 'wamid.e', at: now, type: 'text', text: { body: 'hi' } }),
    );
    expect(await conversation()).toMatchObject({ unread_count: 0, window_closes_at: null, preview: 'hi' });
    expect(await query(sql`select direction, state from messages`)).toEqual([
      { direction: 'echo', state: 'sent' },
    ]);
  });

  it('shows the statuses that came before it', async () => {
    await receive(statuses({ id: 'wamid.e', status: 'delivered', timestamp: `${now}`, recipient_id: '1' }));
    await receive(
      echoBody(number.phoneNumberId, amara, { id: 'wamid.e', at: now, type: 'text', text: { body: 'hi' } }),
    );
    expect(await query(sql`select state from messages`)).toEqual([{ state: 'delivered' }]);
  });

  it('shows why it failed, with the code of the provider', async () => {
    const failed = {
      id: 'wamid.e',
      status: 'failed',
      timestamp: `${now}`,
      recipient_id: '1',
      errors: [{ code: 131026, title: 'Message undeliverable' }],
    };
    await receive(
      echoBody(number.phoneNumberId, amara, { id: 'wamid.e', at: now, type: 'text', text: { body: 'hi' } }),
      statuses(failed),
    );
    const [row] = await query<{ state: string; failure: object }>(sql`select state, failure from messages`);
    expect(row).toMatchObject({
      state: 'failed',
      failure: { code: 'provider_refused', providerCode: 131026, remedy: { en: expect.any(String) } },
    });
  });
});

it('a stop that a late webhook tells of counts from when WhatsApp refused, so that a later yes stays one', async () => {
  const refusedAt = now - 5 * 86_400;
  await receive(
    echoBody(number.phoneNumberId, amara, { id: 'wamid.e', at: now, type: 'text', text: { body: 'hi' } }),
    statuses({
      id: 'wamid.e',
      status: 'failed',
      timestamp: `${refusedAt}`,
      recipient_id: '1',
      errors: [{ code: 131050, title: 'User has stopped marketing messages' }],
    }),
  );
  expect(await query(sql`select decision, source, decided_at as at from consents`)).toEqual([
    { decision: 'opt_out', source: 'refusal', at: new Date(refusedAt * 1000) },
  ]);
});

describe('a status that comes before our own answer', () => {
  it('is taken as the proof of its attempt, found by the attempt key', async () => {
    harness.evidence.known = new Map([['key-1', { messageId: 'x', providerMessageId: null }]]);
    await receive(
      statuses({
        id: 'wamid.o',
        status: 'sent',
        timestamp: `${now}`,
        recipient_id: '1',
        biz_opaque_callback_data: 'key-1',
      }),
    );
    expect(harness.evidence.confirmed).toEqual(['key-1']);
  });
});

describe('two contacts that turn out to be one', () => {
  it('become one conversation with all messages, counts and the latest of everything', async () => {
    await receive(
      messages(textMessage({ waId: '12025550177' }, 'wamid.1', now - 30, 'by number')),
      messages(textMessage({ userId: 'US.1' }, 'wamid.2', now - 20, 'by user id')),
    );
    expect(await query(sql`select 1 from conversations`)).toHaveLength(2);
    await receive(messages(textMessage(amara, 'wamid.3', now - 10, 'as both')));
    expect(await conversation()).toMatchObject({ unread_count: 3, preview: 'as both' });
    expect(await query(sql`select 1 from conversations`)).toHaveLength(1);
    const rows =
      await query(sql`select count(distinct conversation_id) as conversations, count(*) as messages,
                                   count(distinct contact_id) as contacts from messages`);
    expect(rows).toEqual([{ conversations: '1', messages: '3', contacts: '1' }]);
    const [merged] = await query(sql`select count(*) from contacts where merged_into is not null`);
    expect(merged).toEqual({ count: '1' });
  });
});

describe('any permutation and repetition of the same webhooks', () => {
  it('gives the same contacts, conversations, messages, reactions and states', async () => {
    const bodies = scenario();
    const expected = await finalState(bodies);
    expect(expected.messages).toHaveLength(9);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...bodies, ...bodies, ...bodies.slice(0, 5)], {
          minLength: bodies.length * 2 + 5,
        }),
        fc.integer({ min: 2, max: 8 }),
        async (shuffled, batch) => {
          expect(await finalState(shuffled, batch)).toEqual(expected);
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);

  /** Two people, one of them first known by number and by id apart; reactions, an echo, statuses in all orders. */
  function scenario(): readonly string[] {
    const jo = { userId: 'GB.1', name: 'Jo' };
    const reaction = (id: string, at: number, emoji: string) => ({
      from: amara,
      id,
      at,
      type: 'reaction',
      reaction: { message_id: 'wamid.e', emoji },
    });
    const status = (word: string, at: number) => ({
      id: 'wamid.e',
      status: word,
      timestamp: `${at}`,
      recipient_id: amara.waId,
    });
    return [
      messages(textMessage({ waId: amara.waId }, 'wamid.1', now - 90, 'one')),
      messages(textMessage({ userId: amara.userId }, 'wamid.2', now - 80, 'two')),
      messages(textMessage(amara, 'wamid.3', now - 70, 'three')),
      messages(
        textMessage(jo, 'wamid.4', now - 60, 'four'),
        textMessage({ ...amara, name: 'Amara Obi' }, 'wamid.5', now - 50, 'five'),
      ),
      echoBody(number.phoneNumberId, amara, {
        id: 'wamid.e',
        at: now - 40,
        type: 'text',
        text: { body: 'echo' },
      }),
      messages(reaction('wamid.r1', now - 30, '👍'), reaction('wamid.r2', now - 20, '')),
      messages(textMessage(jo, 'wamid.6', now - 9 * 86_400, 'old')),
      statuses(status('read', now - 10), status('sent', now - 35)),
      statuses(status('delivered', now - 33), status('failed', now - 34)),
    ];
  }

  async function finalState(bodies: readonly string[], batch = bodies.length) {
    const fresh = await harness.addNumber({ phoneNumberId: number.phoneNumberId });
    for (let from = 0; from < bodies.length; from += batch) {
      await Promise.all(bodies.slice(from, from + batch).map((body) => harness.post(fresh, body)));
      await harness.drain();
    }
    return platform.database.inTenant(fresh.workspaceId, async (tx) => ({
      contacts: await tx.query(sql`
        select profile_name, (select array_agg(kind || ' ' || value order by kind, value) from identities
                              where contact_id = contacts.id) as identities
        from contacts where merged_into is null order by profile_name`),
      conversations: await tx.query(sql`
        select profile_name, unread_count, window_closes_at, recipient_phone, recipient_user_id,
               last_inbound_provider_message_id, preview as last
        from conversations join contacts on contacts.id = conversations.contact_id
        join messages on messages.id = last_message_id order by profile_name`),
      messages: await tx.query(sql`
        select provider_message_id, profile_name, direction, state, failure, preview, shown_at
        from messages join contacts on contacts.id = messages.contact_id order by provider_message_id`),
      reactions: await tx.query(
        sql`select target_provider_message_id, author, emoji, reacted_at from reactions`,
      ),
      statuses: await tx.query(sql`select status from message_statuses order by status`),
      created: await tx.query(sql`select count(*) from events where type = 'message.created'`),
      jobs: await tx.query(sql`select count(*) from raw_event_jobs`),
    }));
  }
});
