import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeConversation, viewMessages } from '#modules/messages';
import { sql } from '#platform/database';
import type { Principal, Worker } from '#platform/module';
import { createIntakeHarness, type IntakeHarness, type TestNumber } from '../../../test/intake-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { waitFor } from '../../../test/wait-for.ts';
import { type MessagePart, messagesBody, textMessage } from '../../../test/webhook-bodies.ts';
import { createSearchIndexer } from './index-messages.ts';
import { type ConversationListQuery, listConversations } from './list-conversations.ts';

let platform: TestPlatform;
let intake: IntakeHarness;
let number: TestNumber;
let indexer: Worker;
let principal: Principal;

const people = [
  { waId: '819055500001', name: '佐藤 美咲' },
  { waId: '819055500002', name: '鈴木 健太' },
  { waId: '12025550166', name: 'Emma Clarke' },
] as const;
const texts = [
  '注文番号2214の請求書をください',
  'ＡＢＣコーヒーの在庫は？',
  'Do you ship to Yokohama? 100%_sure',
];
const startedAt = Math.floor(Date.now() / 1000) - 600;

beforeAll(async () => {
  platform = await createTestPlatform();
  intake = await createIntakeHarness(platform);
  number = await intake.addNumber();
  await connect(number);
  const views = { viewMedia: async () => new Map(), memberNames: async () => new Map() };
  indexer = createSearchIndexer(platform, (transaction, ids) => viewMessages(views, transaction, ids));
  await indexer.start();
  principal = {
    workspaceId: number.workspaceId,
    memberId: randomUUID(),
    sessionId: randomUUID(),
    role: 'agent',
  };
  const messages = people.map((person, index) =>
    textMessage(person, `wamid.${index}`, startedAt + index, texts[index] ?? ''),
  );
  await intake.post(number, messagesBody(number.phoneNumberId, { messages }));
  await intake.drain();
});
afterAll(async () => {
  await indexer.stop();
  await intake.close();
  await platform.close();
});

const list = (query: ConversationListQuery) => listConversations(platform.database, principal, query);

async function namesFor(query: ConversationListQuery): Promise<readonly string[]> {
  const { items } = await list(query);
  return items.map(({ contact }) => contact.name);
}

describe('the conversation list', () => {
  it('shows the newest message first, with name, number, unread count and an open window', async () => {
    const { items } = await list({});
    expect(items.map(({ contact }) => contact.name)).toEqual(['Emma Clarke', '鈴木 健太', '佐藤 美咲']);
    expect(items[2]).toMatchObject({
      contact: { phoneNumber: '+819055500001' },
      unreadCount: 1,
      lastMessage: { kind: 'text', preview: texts[0], direction: 'inbound' },
      window: { closesAt: new Date((startedAt + 86_400) * 1000).toISOString() },
    });
  });

  it('is the same in pages as in one', async () => {
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.nextCursor ?? '' });
    const paged = [...first.items, ...second.items].map(({ id }) => id);
    expect(paged).toEqual((await list({})).items.map(({ id }) => id));
    expect(second.nextCursor).toBeNull();
  });

  it('refuses a cursor that is none of its own', async () => {
    await expect(list({ cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'invalid_request' });
  });

  it('shows closed conversations only to who asks for them', async () => {
    const [open] = (await list({ search: 'Emma' })).items;
    const change = (state: 'open' | 'closed') =>
      platform.database.inTenant(number.workspaceId, (transaction) =>
        changeConversation(transaction, open?.id ?? '', { state }),
      );
    await change('closed');
    expect(await namesFor({})).not.toContain('Emma Clarke');
    expect(await namesFor({ filter: 'closed' })).toEqual(['Emma Clarke']);
    await change('open');
  });

  it('shows nothing of another workspace', async () => {
    const stranger = { ...principal, workspaceId: await platform.createWorkspace() };
    expect((await listConversations(platform.database, stranger, {})).items).toEqual([]);
    expect((await listConversations(platform.database, stranger, { search: '請求' })).items).toEqual([]);
  });
});

describe('search', () => {
  const indexed = (search: string) =>
    waitFor(async () => {
      const names = await namesFor({ search });
      return names.length > 0 ? names : undefined;
    });

  it.each([
    ['a Japanese substring of two characters', '求書', '佐藤 美咲'],
    ['a single character', '書', '佐藤 美咲'],
    ['half-width letters for full-width ones', 'abcコー', '鈴木 健太'],
    ['a name', '健太', '鈴木 健太'],
    ['a number as people write it at home', '090-5550-0002', '鈴木 健太'],
    ['a part of a number with its country code', '+81 90 5550 0002', '鈴木 健太'],
    ['signs that mean something to LIKE', '100%_s', 'Emma Clarke'],
  ])('finds %s', async (_what, search, name) => {
    expect(await indexed(search)).toEqual([name]);
  });

  it('keeps to the filter it is asked within, and looks everywhere without one', async () => {
    await indexed('Yokohama');
    expect(await namesFor({ search: 'Yokohama', filter: 'unread' })).toEqual(['Emma Clarke']);
    expect(await namesFor({ search: 'Yokohama', filter: 'mine' })).toEqual([]);
    expect(await namesFor({ search: 'Yokohama', channelId: randomUUID() })).toEqual([]);
  });

  it('finds nothing when nothing matches', async () => {
    await indexed('請求書');
    expect(await namesFor({ search: '領収書' })).toEqual([]);
  });

  it('shows the words around the match', async () => {
    await indexed('請求書');
    const [item] = (await list({ search: '請求書' })).items;
    expect(item?.matchedText).toContain('請求書');
  });

  it('finds what an edited message says now, and nothing of one that was taken back', async () => {
    const [, , emma] = people;
    const at = startedAt + 60;
    const receive = async (...parts: MessagePart[]) => {
      await intake.post(number, messagesBody(number.phoneNumberId, { messages: parts }));
      await intake.drain();
    };
    const revision = { original_message_id: 'wamid.tea' };
    const message = { type: 'text', text: { body: 'a black teapot' } };
    await receive(textMessage(emma, 'wamid.tea', at, 'a white teapot'));
    expect(await indexed('white teapot')).toEqual(['Emma Clarke']);
    await receive({ from: emma, id: 'wamid.edit', at, type: 'edit', edit: { ...revision, message } });
    expect(await indexed('black teapot')).toEqual(['Emma Clarke']);
    expect(await namesFor({ search: 'white teapot' })).toEqual([]);
    await receive({ from: emma, id: 'wamid.revoke', at, type: 'revoke', revoke: revision });
    await waitFor(async () => ((await namesFor({ search: 'teapot' })).length === 0 ? true : undefined));
    const [conversation] = (await list({ search: 'Emma' })).items;
    expect(conversation?.lastMessage).toMatchObject({ kind: 'revoked', preview: '' });
  });
});

async function connect({ workspaceId, channelId, endpointId, phoneNumberId }: TestNumber): Promise<void> {
  await platform.database.inTenant(workspaceId, async (transaction) => {
    await transaction.execute(
      sql`insert into webhook_endpoints (workspace_id, id, provider, app_secret_encrypted, verify_token_encrypted, created_at)
          values (${workspaceId}, ${endpointId}, 'cloud-api', '', '', now())`,
    );
    await transaction.execute(
      sql`insert into channels (workspace_id, id, provider, name, phone_number_id, waba_id, phone_number, display_phone_number,
                                endpoint_id, access_token_encrypted, state, state_since, messages_per_second, created_at)
          values (${workspaceId}, ${channelId}, 'cloud-api', 'Shop', ${phoneNumberId}, '1', '12025550143', '+1 202-555-0143',
                  ${endpointId}, '', 'connected', now(), 80, now())`,
    );
  });
}
