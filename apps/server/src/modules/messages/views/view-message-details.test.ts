import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { viewMessageDetails } from './view-message-details.ts';

let platform: TestPlatform;
let world: SendingHarness;
beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform, { dispatch: false });
  await world.connect();
});
afterAll(async () => {
  await world?.close();
  await platform?.close();
});

const none = { viewMedia: async () => new Map(), memberNames: async () => new Map() };
const view = (messageId: string) =>
  platform.database.inTenant(world.principal.workspaceId, (tx) => viewMessageDetails(none, tx, messageId));

describe('one message', () => {
  it('says what the gate said of it, by rules and their versions', async () => {
    const conversationId = await world.openConversation('819012345678');
    const details = await view(await world.send(conversationId, 'hello'));
    expect(details).toMatchObject({
      state: 'queued',
      verdict: { decision: 'allow', purpose: 'service', findings: [] },
    });
    expect(details?.verdict?.rules['window-is-open']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('has no verdict when a customer wrote it, and is not there when nobody did', async () => {
    await world.openConversation('819012345679');
    const [inbound] = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
      tx.query<{ id: string }>(sql`select id from messages where direction = 'inbound' limit 1`),
    );
    expect((await view(inbound?.id ?? ''))?.verdict).toBeNull();
    expect(await view('00000000-0000-4000-8000-000000000000')).toBeUndefined();
  });
});
