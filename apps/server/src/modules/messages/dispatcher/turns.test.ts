import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';

let platform: TestPlatform;
let world: SendingHarness;
beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform, { dispatch: false });
});
afterAll(async () => {
  await world?.close();
  await platform?.close();
});

it('a campaign has its turn although replies wait, and a reply goes first in all other turns', async () => {
  const channelId = await world.connect();
  await world.call('updateNumberSettings', { params: { channelId }, body: { messagesPerSecond: 1 } });
  const customers = ['819079000001', '819079000002', '819079000003', '819079000004'];
  const conversations = await Promise.all(customers.map((waId) => world.openConversation(waId)));
  const ids: string[] = [];
  for (const [index, conversationId] of conversations.entries()) {
    const origin = index >= 2 ? 'campaign' : 'inbox';
    const content = { kind: 'text', body: `${origin} ${index}` } as const;
    const request = { conversationId, content, senderMemberId: null, origin } as const;
    ids.push(await world.outbound.send(world.principal.workspaceId, request));
  }
  // The first turn is one of the campaigns', those after it are not.
  let turns = 0;
  const outbound = world.startOutbound({ chance: () => (turns++ === 0 ? 0 : 0.99) });
  for (const worker of outbound.workers) await worker.start();
  for (const id of ids) await world.reaches(id, ['sent', 'delivered', 'read'], 15_000);
  for (const worker of outbound.workers) await worker.stop();
  const { sends } = await world.simulator.control.listSends();
  const texts = sends.map(({ request }) => Object(request.text).body);
  expect(texts).toEqual(['campaign 2', 'inbox 0', 'inbox 1', 'campaign 3']);
}, 30_000);
