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
  number = await harness.addNumber({ phoneNumberId: '407311998800112' });
});
afterAll(async () => {
  await harness.close();
  await platform.close();
});

const amara = { waId: '12025550177', userId: 'US.1', name: 'Amara' };
const now = Math.floor(Date.now() / 1000);

const messages = (...parts: MessagePart[]) => messagesBody('407311998800112', { messages: parts });
const edited = (id: string, target: string, at: number, body: string): MessagePart => ({
  from: amara,
  id,
  at,
  type: 'edit',
  edit: { original_message_id: target, message: { type: 'text', text: { body } } },
});
const revoked = (id: string, target: string, at: number): MessagePart => ({
  from: amara,
  id,
  at,
  type: 'revoke',
  revoke: { original_message_id: target },
});

async function receive(...bodies: readonly string[]): Promise<void> {
  for (const body of bodies) expect((await harness.post(number, body)).status).toBe(200);
  await harness.drain();
}
const query = <Row extends object>(statement: ReturnType<typeof sql>) =>
  platform.database.inTenant(number.workspaceId, (tx) => tx.query<Row & Record<string, unknown>>(statement));
const shown = () =>
  query(sql`select content, preview, earlier_versions, revoked_at is not null as revoked, original_content, media_id
            from messages order by arrival`);

describe('an edit', () => {
  it('shows the new text and keeps every earlier one with the time of its end', async () => {
    await receive(
      messages(textMessage(amara, 'wamid.1', now - 60, 'one')),
      messages(edited('wamid.2', 'wamid.1', now - 40, 'two')),
      messages(edited('wamid.3', 'wamid.1', now - 20, 'three')),
    );
    expect(await shown()).toMatchObject([
      {
        content: { kind: 'text', body: 'three' },
        preview: 'three',
        earlier_versions: [
          { text: 'one', replacedAt: new Date((now - 40) * 1000).toISOString() },
          { text: 'two', replacedAt: new Date((now - 20) * 1000).toISOString() },
        ],
        revoked: false,
      },
    ]);
  });

  it('tells browsers and the search index, opens no window and is not unread', async () => {
    await receive(messages(textMessage(amara, 'wamid.1', now - 60, 'one')));
    const before = await query(sql`select unread_count, window_closes_at from conversations`);
    await receive(messages(edited('wamid.2', 'wamid.1', now, 'two')));
    expect(await query(sql`select unread_count, window_closes_at from conversations`)).toEqual(before);
    expect(
      await query(sql`select type, data ->> 'revised' as revised from events order by number desc limit 2`),
    ).toEqual([
      { type: 'conversation.updated', revised: null },
      { type: 'message.updated', revised: 'true' },
    ]);
  });

  it('of a caption leaves the file as it is', async () => {
    const image = { id: 'media-1', mime_type: 'image/jpeg', caption: 'mug' };
    const change = { id: 'media-1', mime_type: 'image/jpeg', caption: 'cup' };
    await receive(
      messages({ from: amara, id: 'wamid.1', at: now - 60, type: 'image', image }),
      messages({
        ...edited('wamid.2', 'wamid.1', now, ''),
        edit: { original_message_id: 'wamid.1', message: { type: 'image', image: change } },
      }),
    );
    const [row] = await shown();
    expect(row).toMatchObject({
      content: { kind: 'image', caption: 'cup' },
      earlier_versions: [{ text: 'mug' }],
      media_id: expect.any(String),
    });
  });

  it('by somebody else changes nothing', async () => {
    await receive(
      echoBody(number.phoneNumberId, amara, {
        id: 'wamid.e',
        at: now - 60,
        type: 'text',
        text: { body: 'ours' },
      }),
      messages(edited('wamid.2', 'wamid.e', now, 'theirs')),
    );
    expect(await shown()).toMatchObject([{ content: { body: 'ours' } }]);
  });

  it('of an echo, made on the phone, shows too', async () => {
    const { edit } = edited('', 'wamid.e', now, 'from the studio phone');
    await receive(
      echoBody(number.phoneNumberId, amara, {
        id: 'wamid.e',
        at: now - 60,
        type: 'text',
        text: { body: 'ours' },
      }),
      echoBody(number.phoneNumberId, amara, { id: 'wamid.f', at: now, type: 'edit', edit }),
    );
    expect(await shown()).toMatchObject([{ content: { body: 'from the studio phone' } }]);
  });
});

describe('a revoke', () => {
  it('leaves nothing of what was said in what the product shows, and says when it was', async () => {
    await receive(
      messages(textMessage(amara, 'wamid.1', now - 60, 'secret')),
      messages(edited('wamid.2', 'wamid.1', now - 40, 'more secret')),
      messages(revoked('wamid.3', 'wamid.1', now)),
    );
    expect(await shown()).toEqual([
      {
        content: { kind: 'revoked', was: 'text' },
        preview: '',
        earlier_versions: [],
        revoked: true,
        original_content: null,
        media_id: null,
      },
    ]);
    expect(await query(sql`select text from message_revisions where text is not null`)).toEqual([]);
  });
});

describe('any permutation and repetition of a message, its edits and its revoke', () => {
  const story = [
    messages(textMessage(amara, 'wamid.1', now - 60, 'one')),
    messages(edited('wamid.2', 'wamid.1', now - 40, 'two')),
    messages(edited('wamid.3', 'wamid.1', now - 40, 'also two')),
    messages(edited('wamid.4', 'wamid.1', now - 20, 'four')),
    messages(edited('wamid.5', 'wamid.never', now - 10, 'of a message that never comes')),
  ];
  const ending = messages(revoked('wamid.6', 'wamid.1', now - 30));

  it.each([
    ['edits only', story],
    ['with a revoke in between', [...story, ending]],
  ])(
    'gives the same message: %s',
    async (_name, bodies) => {
      await receive(...bodies);
      const expected = await shown();
      const kept = await query(sql`select provider_message_id, text from message_revisions order by 1`);
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray([...bodies, ...bodies], { minLength: bodies.length * 2 }),
          async (shuffled) => {
            number = await harness.addNumber({ phoneNumberId: '407311998800112' });
            for (const body of shuffled) await receive(body);
            expect(await shown()).toEqual(expected);
            expect(
              await query(sql`select provider_message_id, text from message_revisions order by 1`),
            ).toEqual(kept);
          },
        ),
        { numRuns: 6 },
      );
    },
    60_000,
  );
});
