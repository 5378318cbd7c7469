import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';

let platform: TestPlatform;
let world: SendingHarness;

beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform);
  await world.connect();
});
afterAll(async () => {
  await world?.close();
  await platform?.close();
});

describe('sending a message', () => {
  it('brings a text to the customer and its statuses back', async () => {
    const conversationId = await world.openConversation('819012345601');
    const messageId = await world.send(conversationId, 'Your parcel is here');
    await world.reaches(messageId, ['delivered', 'read']);
    const { sends } = await world.simulator.control.listSends();
    expect(sends.map(({ request }) => request)).toMatchObject([
      { to: '+819012345601', text: { body: 'Your parcel is here' } },
    ]);
  });
});
