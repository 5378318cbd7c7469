import { type Message, mediaContentKinds, type SendableContent, sendableKinds } from '@renkei/contract';
import { parseMarketingMessageRequest, parseSendRequest } from '@renkei/graph-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { openSampleGroup, prepareSampleAccount } from '../../../../test/sample-account.ts';
import { sampleContents } from '../../../../test/sample-contents.ts';
import { picture, sampleFiles } from '../../../../test/sample-files.ts';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { waitFor } from '../../../../test/wait-for.ts';

let platform: TestPlatform;
let world: SendingHarness;
let flow: { readonly id: string; readonly name: string };
let media: Parameters<typeof sampleContents>[0]['media'];

beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform);
  await world.connect();
  // Here it is about what can be sent, not to whom or when.
  const optInRequired = { marketing: false, utility: false };
  const quietHours = { enabled: false, from: '20:00', to: '08:00', includesUtility: false };
  await world.call('updateSendingSettings', { body: { optInRequired, quietHours } });
  flow = await prepareSampleAccount({ graphUrl: world.simulator.url, ...world.credentials });
  const ids = await Promise.all(mediaContentKinds.map((kind) => world.upload(kind)));
  const [image = '', video = '', audio = '', document = '', sticker = ''] = ids;
  media = { image, video, audio, document, sticker };
});
afterAll(async () => {
  await world?.close();
  await platform?.close();
});

let lastCustomer = 819_012_360_000;
const newCustomer = () => String((lastCustomer += 1));
const contentsOf = (targetMessageId: string): ReturnType<typeof sampleContents> =>
  sampleContents({ media, targetMessageId, flow });

const placeholders = sampleContents({
  media: { image: '', video: '', audio: '', document: '', sticker: '' },
  targetMessageId: '',
  flow: { id: '', name: '' },
});
/** Pins go to groups, which have no window to be opened by one customer. */
const personalKinds = sendableKinds.filter((kind) => kind !== 'pin');
const cases = personalKinds.flatMap((kind) =>
  placeholders[kind].map((content: SendableContent, index) => {
    const label = content.kind === 'template' ? content.name : Object.keys(content).join(', ');
    return [kind, label, index] as const;
  }),
);

async function lastMessageOf(conversationId: string): Promise<string> {
  const [row] = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
    tx.query<{ id: string }>(
      sql`select id from messages where conversation_id = ${conversationId} order by arrival desc limit 1`,
    ),
  );
  return row?.id ?? '';
}

describe('each kind goes from the API to the phone, and its status comes back', () => {
  it.each(cases)('%s: %s', async (kind, _label, index) => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    const content = contentsOf(await lastMessageOf(conversationId))[kind][index];
    if (content === undefined) throw new Error('No such sample');
    const checked = await world.call('checkMessage', { params: { conversationId }, body: { content } });
    expect(checked).toMatchObject({ decision: 'allow', problem: null, findings: [] });
    const answer = await world.call('sendMessage', { params: { conversationId }, body: { content } });
    expect((answer as Partial<Message>).content).toMatchObject({ kind });
    await world.reaches(
      String(answer['id']),
      kind === 'reaction' ? ['sent'] : ['delivered', 'read', 'played'],
    );
    const { sends } = await world.simulator.control.listSends();
    const requests = sends.filter(({ to }) => to === waId).map(({ request }) => request);
    expect(requests).toHaveLength(1);
    const isMarketingMessage = content.kind === 'template' && content.marketingMessages !== undefined;
    const read = isMarketingMessage ? parseMarketingMessageRequest : parseSendRequest;
    expect(read(requests[0])).toMatchObject({ ok: true });
  });
});

describe('several files in one message', () => {
  it('are all brought to the provider first, and each is shown as the one it is', async () => {
    const waId = newCustomer();
    const conversationId = await world.openConversation(waId);
    const other = { ...sampleFiles.image, read: () => picture(5).png().toBuffer() };
    const [first, second] = [await world.upload('image'), await world.upload('image', other)];
    const cards = [first, second, first].map((mediaId) => ({
      header: { type: 'image' as const, mediaId },
      action: { link: { label: 'Buy', url: 'https://studio.example.com' } },
    }));
    const content = { kind: 'carousel', body: 'New', cards };
    const answer = await world.call('sendMessage', { params: { conversationId }, body: { content } });
    await world.reaches(String(answer['id']), ['delivered', 'read']);
    const { sends } = await world.simulator.control.listSends();
    const request = sends.find(({ to }) => to === waId)?.request as {
      readonly interactive: { readonly action: { readonly cards: readonly Card[] } };
    };
    interface Card {
      readonly header: { readonly image: { readonly id: string } };
    }
    const [one, two, three] = request.interactive.action.cards.map(({ header }) => header.image.id);
    expect(one).toBe(three);
    expect(one).not.toBe(two);
    const linked = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
      tx.query<{ media_id: string }>(
        sql`select media_id from message_files where message_id = ${String(answer['id'])}`,
      ),
    );
    expect(linked.map(({ media_id: id }) => id).toSorted()).toEqual([first, second].toSorted());
  });

  it('are judged one by one, and the refusal says which', async () => {
    const conversationId = await world.openConversation(newCustomer());
    const cards = [media.image, media.document].map((mediaId) => ({
      header: { type: 'image' as const, mediaId },
      action: { link: { label: 'Buy', url: 'https://studio.example.com' } },
    }));
    const send = world.call('sendMessage', {
      params: { conversationId },
      body: { content: { kind: 'carousel', body: 'New', cards } },
    });
    await expect(send).rejects.toMatchObject({
      code: 'content_not_allowed',
      problem: { detail: { en: '"order-2214.pdf" was uploaded as document, not as image.' } },
    });
  });
});

describe('recipients other than a telephone number', () => {
  it('a customer whose number is hidden is written to by the business-scoped user id', async () => {
    const userId = 'JP.20481937560284417735';
    const waId = newCustomer();
    await world.simulator.control.mergeWorld({ customers: [{ waId, userId }] });
    const [channel] = await channelsOf();
    const content = { kind: 'template', name: 'sample_plain', language: 'en' };
    const send = () => world.call('sendToNumber', { body: { channelId: channel, to: userId, content } });
    const answer = await send();
    await world.reaches(String(answer['id']), ['delivered', 'read']);
    const { sends } = await world.simulator.control.listSends();
    expect(sends.map(({ request }) => request)).toContainEqual(
      expect.objectContaining({ recipient: userId, recipient_type: 'individual' }),
    );
    expect((await send())['conversationId']).toBe(answer['conversationId']);
  });

  it('but one-time codes only go to a number', async () => {
    const [channel] = await channelsOf();
    const content = { kind: 'template', name: 'sample_code', language: 'en', code: '482913' };
    const send = world.call('sendToNumber', {
      body: { channelId: channel, to: 'JP.20481937560284417799', content },
    });
    await expect(send).rejects.toMatchObject({
      code: 'content_not_for_recipient',
      problem: { providerCode: 131062 },
    });
  });

  it('a group gets what groups get, and its messages can be pinned', async () => {
    const waId = newCustomer();
    await world.simulator.control.mergeWorld({ customers: [{ waId }] });
    const { phoneNumberId } = world;
    const account = { graphUrl: world.simulator.url, ...world.credentials };
    const groupId = await openSampleGroup(account, waId);
    const text = { body: 'hello everybody' };
    await world.simulator.control.sendInbound([{ phoneNumberId, waId, groupId, type: 'text', text }]);
    const conversationId = await waitFor(() => conversationOfGroup(groupId));
    const post = (content: object) =>
      world.call('sendMessage', { params: { conversationId }, body: { content } });
    const targetMessageId = await lastMessageOf(conversationId);
    const pinned = await post({ kind: 'pin', targetMessageId, days: 7 });
    await world.reaches(String(pinned['id']), ['sent', 'delivered', 'read']);
    const answer = await post({ kind: 'text', body: 'Welcome' });
    await world.reaches(String(answer['id']), ['sent', 'delivered', 'read']);
    const { sends } = await world.simulator.control.listSends();
    expect(sends.map(({ request }) => request)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ recipient_type: 'group', to: groupId, type: 'pin' }),
        expect.objectContaining({ recipient_type: 'group', to: groupId, type: 'text' }),
      ]),
    );
    await expect(post({ kind: 'location_request', body: 'Where?' })).rejects.toMatchObject({
      code: 'content_not_for_recipient',
    });
  });
});

async function channelsOf(): Promise<readonly string[]> {
  const rows = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
    tx.query<{ id: string }>(sql`select id from channels`),
  );
  return rows.map(({ id }) => id);
}

async function conversationOfGroup(groupId: string): Promise<string | undefined> {
  const [row] = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
    tx.query<{ id: string }>(sql`select id from conversations where recipient_group_id = ${groupId}`),
  );
  return row?.id;
}
